import type { ReactNode } from 'react';

export interface TableProps {
  /** The caption, shown above the table unless `quiet`. */
  caption: string;
  quiet?: boolean | undefined;
  /** `<thead>` and `<tbody>`; the first cell of a row (a `<th scope="row">`) stays visible while the rest scrolls. */
  children: ReactNode;
  className?: string | undefined;
}

/** A table in a scroll box. Cells with numbers take `className="num"`. */
export function Table({ caption, quiet = false, children, className = '' }: TableProps) {
  return (
    // A group instead of a landmark, because it is often in a section of the same name.
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
