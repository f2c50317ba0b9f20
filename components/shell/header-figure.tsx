'use client';

import { type ReactNode, useId, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import type { Totals } from '#lib/progress/sitting-view.ts';
import { useAnswered } from './answered-event.ts';

const words = {
  streakDays: {
    icon: 'flame',
    spoken: (n: number) => `Streak: ${n === 1 ? '1 day' : `${n} days`}`,
    title: (n: number) => (n === 0 ? 'No streak yet' : `${n === 1 ? '1 day' : `${n} days`} in a row`),
  },
  points: {
    icon: 'point',
    spoken: (n: number) => `Points: ${n}`,
    title: (n: number) => `${n.toLocaleString('en')} points`,
  },
} as const;

export interface HeaderFigureProps {
  kind: keyof Totals;
  figure: number;
  /** The rule behind the figure. */
  children: ReactNode;
}

/** A figure in the header, updated after each answer on the page; pressing it shows its rule. */
export function HeaderFigure({ kind, figure, children }: HeaderFigureProps) {
  const id = useId();
  const [updated, setUpdated] = useState<number | null>(null);
  useAnswered(({ totals }) => {
    if (totals) setUpdated(totals[kind]);
  });
  const shown = Math.max(figure, updated ?? figure);
  const { icon, spoken, title } = words[kind];
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={spoken(shown)} className="header-figure">
        <Icon name={icon} className={kind === 'points' || shown > 0 ? 'text-accent' : 'text-ink-soft'} />
        {shown.toLocaleString('en')}
      </button>
      <div id={id} popover="auto" className="pop p-4 text-sm">
        <p className="font-semibold">{title(shown)}</p>
        <div className="mt-1 text-ink-soft">{children}</div>
      </div>
    </>
  );
}
