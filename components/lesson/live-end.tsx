'use client';

import { Activity, startTransition, useState } from 'react';
import { type Answered, useAnswered } from '#components/shell/answered-event.ts';
import { lazyNear } from '#components/ui/lazy-near.ts';
import { endAnchor } from './end-anchor.ts';
import type { EndCardProps } from './end-card.tsx';

const UpdatedEnd = lazyNear(`#${endAnchor}`, () =>
  import('./updated-end.tsx').then((file) => file.UpdatedEnd),
);

export interface LiveEndProps {
  end: EndCardProps;
}

interface AnswersSince {
  readonly end: EndCardProps;
  readonly answers: readonly Answered[];
}

/** A card that the server rendered again already includes the earlier answers. */
const answersSince = (end: EndCardProps, since: AnswersSince) => (since.end === end ? since.answers : []);

/** The end card, kept up to date by the answers on the page. Its script loads when the reader comes near it or answers. */
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
      <Activity>
        <UpdatedEnd end={end} answers={answers} />
      </Activity>
      <p role="status" className="sr-only">
        {answers.some(({ item }) => item === undefined) ? 'Marked as read.' : ''}
      </p>
    </>
  );
}
