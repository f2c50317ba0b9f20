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
    return <p className="text-ink-soft">You are not in a class yet. Ask your teacher for a class code.</p>;
  return (
    <ul className="grid list-none gap-2 p-0">
      {classes.map(({ classroomId, name, role }) => (
        <li key={classroomId}>
          <strong dir="auto">{name}</strong> <span className="text-ink-soft">{words[role]}</span>
        </li>
      ))}
    </ul>
  );
}
