import { Link } from '#components/ui/link.tsx';
import { type HandbookPage, section } from '#lib/server/content/handbook-page.ts';

const sections = [
  { name: 'student', title: 'Learning' },
  { name: 'author', title: 'Writing lessons' },
  { name: 'teacher', title: 'Teaching' },
  { name: 'operator', title: 'Running a school' },
  { name: 'decisions', title: 'Decisions' },
] as const;

/** The handbook’s table of contents, in collapsible sections; on a phone all of it is folded, so that the page comes first. */
export function Contents({ pages, current }: { pages: readonly HandbookPage[]; current: string }) {
  return (
    <nav aria-label="Handbook" className="text-sm">
      <details className="wide-open">
        <summary>Contents of the handbook</summary>
        <Link href="/help" className="font-semibold" aria-current={current === '' ? 'page' : undefined}>
          Handbook
        </Link>
        {sections.map(({ name, title }) => {
          const own = pages.filter((page) => section(page) === name);
          return own.length === 0 ? null : (
            <details key={name} open={current.split('/')[0] === name} className="mt-3">
              <summary className="min-h-8 font-semibold">{title}</summary>
              <ul className="mt-1 grid gap-1 border-s border-line ps-3">
                {own.map((page) => (
                  <li key={page.path}>
                    <Link
                      href={`/help/${page.path}`}
                      aria-current={page.path === current ? 'page' : undefined}
                      className="block py-1 no-underline hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent"
                    >
                      {page.title}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </details>
    </nav>
  );
}
