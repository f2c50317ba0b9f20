import { NavLink } from '#components/ui/nav-link.tsx';
import type { SortOrder } from '#lib/classroom/class-report.ts';

const words: Record<SortOrder, string> = { need: 'Needs help first', name: 'Name', last: 'Last activity' };

export interface SortLinksProps {
  /** The page that is sorted. */
  path: string;
  by: SortOrder;
}

/** Links that sort the students. */
export function SortLinks({ path, by }: SortLinksProps) {
  const orders: SortOrder[] = ['need', 'name', 'last'];
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields stand in it
    <div role="group" aria-label="Order of students" className="no-print flex flex-wrap gap-x-5">
      {orders.map((order) => (
        <NavLink key={order} href={`${path}?sort=${order}`} current={order === by} className="py-2!">
          {words[order]}
        </NavLink>
      ))}
    </div>
  );
}
