import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: ReactNode;
  /** A link to the parent page, or a label. */
  above?: ReactNode;
  /** One or two sentences in larger type. */
  lead?: ReactNode;
  /** Small facts in a row: minutes, level, date. */
  facts?: ReactNode;
  actions?: ReactNode;
}

/** The header of a page: parent link, title, lead, facts and actions. */
export function PageHeader({ title, above, lead, facts, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-5 md:mb-10">
      <div className="min-w-0">
        {above ? <div className="mb-2 text-sm text-ink-soft">{above}</div> : null}
        <h1 className="max-w-[22em] text-3xl">{title}</h1>
        {lead ? <p className="mt-3 max-w-measure text-lg text-balance text-ink-soft">{lead}</p> : null}
        {facts ? (
          <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-ink-soft tabular-nums">
            {facts}
          </div>
        ) : null}
      </div>
      {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}
