import type { ReactNode } from 'react';

export interface AccountPageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** One narrow column: a title, a sentence, and one thing to do. */
export function AccountPage({ title, lead, children }: AccountPageProps) {
  return (
    <div className="mx-auto max-w-md">
      <h1 className="text-3xl">{title}</h1>
      {lead ? <p className="mt-3 text-lg text-pretty text-ink-soft">{lead}</p> : null}
      <div className="mt-8 grid gap-8">{children}</div>
    </div>
  );
}
