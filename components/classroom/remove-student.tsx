import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

export interface RemoveStudentProps {
  action: (form: FormData) => Promise<void>;
  classroom: { id: string; name: string };
  student: { id: string; name: string };
}

/** Asks for confirmation before removing a student from a class; needs no script. */
export function RemoveStudent({ action, classroom, student }: RemoveStudentProps) {
  return (
    <>
      <Button kind="danger" type="button" popoverTarget="remove-student">
        Remove from <bdi>{classroom.name}</bdi>…
      </Button>
      <Dialog
        id="remove-student"
        title={
          <>
            Remove <bdi>{student.name}</bdi> from <bdi>{classroom.name}</bdi>?
          </>
        }
        actions={
          <form action={action}>
            <input type="hidden" name="classroom" value={classroom.id} />
            <input type="hidden" name="student" value={student.id} />
            <Button kind="danger">Remove</Button>
          </form>
        }
      >
        The account and all work are kept. You will no longer see <bdi>{student.name}</bdi> here; they can
        rejoin with the class code.
      </Dialog>
    </>
  );
}
