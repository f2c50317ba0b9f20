export interface ClassesProps {
  classes: readonly {
    readonly classroomId: string;
    readonly name: string;
    readonly role: 'student' | 'teacher';
  }[];
}

const words = { student: 'you learn here', teacher: 'you teach here' } as const;

export function Classes({ classes }: ClassesProps) {
  if (classes.length === 0)
    return <p className="text-ink-soft">You are in no class yet. Your teacher has a code for you.</p>;
  return (
    <ul className="grid list-none gap-2 p-0">
      {classes.map(({ classroomId, name, role }) => (
        <li key={classroomId}>
          <strong>{name}</strong> <span className="text-ink-soft">{words[role]}</span>
        </li>
      ))}
    </ul>
  );
}
