'use client';

import { startTransition, useState } from 'react';
import { type Answered, useAnswered } from '#components/shell/answered-event.ts';
import { EndCard, type EndCardProps } from './end-card.tsx';
import { updatedEnd } from './updated-end.tsx';

export interface LiveEndProps {
  end: EndCardProps;
}

interface AnswersSince {
  readonly end: EndCardProps;
  readonly answers: readonly Answered[];
}

/** A card that the server rendered again already includes the earlier answers. */
const answersSince = (end: EndCardProps, since: AnswersSince) => (since.end === end ? since.answers : []);

/** The end card. After the first answer on the page its script loads and keeps it up to date. */
export function LiveEnd({ end }: LiveEndProps) {
  const [since, setSince] = useState<AnswersSince>({ end, answers: [] });
  useAnswered((answered) =>
    startTransition(() =>
      setSince((current) => ({ end, answers: [...answersSince(end, current), answered] })),
    ),
  );
  const answers = answersSince(end, since);
  return (
    <>
      <EndCard {...answers.reduce(updatedEnd, end)} />
      <p role="status" className="sr-only">
        {answers.some(({ item }) => item === undefined) ? 'Marked as read.' : ''}
      </p>
    </>
  );
}
