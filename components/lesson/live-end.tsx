'use client';

import { lazy, type ReactNode, startTransition, useState } from 'react';
import { type Answered, useAnswered } from '#components/shell/answered-event.ts';
import type { EndCardProps } from './end-card.tsx';

const UpdatedEnd = lazy(() => import('./updated-end.tsx').then((file) => ({ default: file.UpdatedEnd })));

export interface LiveEndProps {
  end: EndCardProps;
  /** The same card, rendered by the server. */
  children: ReactNode;
}

interface AnswersSince {
  readonly end: EndCardProps;
  readonly answers: readonly Answered[];
}

/** A card that the server rendered again already includes the earlier answers. */
const answersSince = (end: EndCardProps, since: AnswersSince) => (since.end === end ? since.answers : []);

/** The end card. After the first answer on the page its script loads and keeps it up to date. */
export function LiveEnd({ end, children }: LiveEndProps) {
  const [since, setSince] = useState<AnswersSince>({ end, answers: [] });
  useAnswered((answered) =>
    startTransition(() =>
      setSince((current) => ({ end, answers: [...answersSince(end, current), answered] })),
    ),
  );
  const answers = answersSince(end, since);
  return (
    <>
      {answers.length > 0 ? <UpdatedEnd end={end} answers={answers} /> : children}
      <p role="status" className="sr-only">
        {answers.some(({ item }) => item === undefined) ? 'Marked as read.' : ''}
      </p>
    </>
  );
}
