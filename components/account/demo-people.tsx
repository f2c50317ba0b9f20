import { Button } from '#components/ui/button.tsx';
import type { AccountRole } from '#lib/access/role.ts';

export interface DemoPeopleProps {
  groups: readonly {
    readonly role: AccountRole;
    readonly people: readonly { readonly id: string; readonly displayName: string }[];
  }[];
  action: (form: FormData) => Promise<void>;
  next: string;
}

const titles: Record<AccountRole, string> = {
  student: 'Students learn',
  teacher: 'Teachers see their class',
  author: 'Authors write lessons',
  admin: 'Admins run the server',
};

const order: readonly AccountRole[] = ['student', 'teacher', 'author', 'admin'];
const shownAtOnce = 6;

/** The demo accounts; one click signs in as one of them. */
export function DemoPeople({ groups, action, next }: DemoPeopleProps) {
  const sorted = order.flatMap((role) => groups.filter((group) => group.role === role));
  return (
    <form action={action} className="grid gap-6">
      <input type="hidden" name="next" value={next} />
      <p className="text-ink-soft">This is a demo school: one click signs you in as one of these people.</p>
      {sorted.map(({ role, people }) => (
        <section key={role} aria-label={titles[role]}>
          <h2 className="text-base font-semibold">{titles[role]}</h2>
          <People people={people.slice(0, shownAtOnce)} />
          {people.length > shownAtOnce ? (
            <details className="mt-2">
              <summary className="text-sm text-ink-soft">{people.length - shownAtOnce} more</summary>
              <People people={people.slice(shownAtOnce)} />
            </details>
          ) : null}
        </section>
      ))}
    </form>
  );
}

function People({ people }: { people: DemoPeopleProps['groups'][number]['people'] }) {
  return (
    <ul className="mt-2 flex list-none flex-wrap gap-2 p-0">
      {people.map(({ id, displayName }) => (
        <li key={id}>
          <Button kind="quiet" name="userId" value={id}>
            <bdi>{displayName}</bdi>
          </Button>
        </li>
      ))}
    </ul>
  );
}
