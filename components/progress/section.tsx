import { type ReactNode, useId } from 'react';

export interface SectionProps {
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
  /** Shown at the right of the title, such as sort links. */
  aside?: ReactNode;
  id?: string | undefined;
}

/** A part of a page under its own heading. */
export function Section({ title, lead, children, aside, id }: SectionProps) {
  const own = useId();
  return (
    <section aria-labelledby={own} id={id} className="mt-12 first:mt-0 only:mt-0">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <h2 id={own} className="text-xl wrap-anywhere">
          {title}
        </h2>
        {aside}
      </div>
      {lead ? <p className="mb-4 max-w-measure text-ink-soft">{lead}</p> : null}
      {children}
    </section>
  );
}
