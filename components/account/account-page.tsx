import type { ReactNode } from 'react';

export interface AccountPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Equal choices, in a second column where there is room. */
  beside?: ReactNode;
}

/** One narrow column: a title, a sentence, and one thing to do; equal choices stand beside it. */
export function AccountPage({ title, lead, children, beside }: AccountPageProps) {
  const column = (
    <div className={beside ? undefined : 'mx-auto max-w-md'}>
      <h1 className="text-3xl">{title}</h1>
      {lead ? <p className="mt-3 text-lg text-pretty text-ink-soft">{lead}</p> : null}
      <div className="mt-8 grid gap-8">{children}</div>
    </div>
  );
  if (!beside) return column;
  return (
    <div className="mx-auto grid max-w-md gap-x-16 gap-y-12 lg:max-w-4xl lg:grid-cols-2">
      {column}
      <div className="grid content-start gap-10 lg:border-s lg:border-line lg:ps-16">{beside}</div>
    </div>
  );
}
