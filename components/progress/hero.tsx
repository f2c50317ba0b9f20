import type { ReactNode } from 'react';
import { Card } from '#components/ui/card.tsx';

export interface HeroProps {
  /** A small line above the title. */
  above: ReactNode;
  title: ReactNode;
  /** What it is, in one or two sentences. */
  children: ReactNode;
  /** The loudest button of the page, and a few words beside it. */
  action: ReactNode;
}

/** The one thing to do on a page. */
export function Hero({ above, title, children, action }: HeroProps) {
  return (
    <Card as="section" className="flex flex-col sm:p-8 lg:p-9">
      <div className="text-ink-soft">{above}</div>
      <h2 className="mt-2 text-3xl text-balance">{title}</h2>
      <div className="mt-2 max-w-measure text-lg text-pretty text-ink-soft">{children}</div>
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3">{action}</div>
    </Card>
  );
}
