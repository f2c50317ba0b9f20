import type { ReactNode } from 'react';

export interface TableProps {
  /** What the table holds; shown above it unless `quiet`. */
  caption: string;
  quiet?: boolean | undefined;
  /** `<thead>` and `<tbody>`; the first cell of a row (a `<th scope="row">`) stays in sight while the rest scrolls. */
  children: ReactNode;
  className?: string | undefined;
}

/** Rules above and below, hairlines between, its own scroll box. Numbers: `className="num"` on the cell. */
export function Table({ caption, quiet = false, children, className = '' }: TableProps) {
  return (
    // A group and no landmark: it often stands in a section of the same name.
    // biome-ignore lint/a11y/useSemanticElements: no fields stand in it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
    <div role="group" aria-label={caption} tabIndex={0} className={`scroll-box ${className}`}>
      <table className="data-table">
        <caption className={quiet ? 'sr-only' : ''}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
