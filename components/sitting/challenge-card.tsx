import type { ReactNode } from 'react';
import { Emblem } from '#components/progress/emblem.tsx';
import type { ChallengeResult } from '#lib/progress/sitting-view.ts';

export interface ChallengeCardProps {
  result: ChallengeResult;
  lessonId: string;
  /** Next steps. */
  children: ReactNode;
}

/** The result of a challenge, and the badge if all problems were right. */
export function ChallengeCard({
  result: { right, total, timed, missedOnly, badge },
  lessonId,
  children,
}: ChallengeCardProps) {
  return (
    <section aria-labelledby="result" className="flex flex-wrap items-center gap-x-8 gap-y-5">
      {badge ? (
        <div data-shows="badges" className="animate-settle">
          <Emblem lessonId={lessonId} goal={null} size={112} />
        </div>
      ) : null}
      <div className="min-w-0 grow basis-72">
        <h2 id="result" className="text-2xl tabular-nums">
          {right} of {total} right
        </h2>
        {badge ? (
          <p data-shows="badges" className="mt-2 max-w-measure">
            You have earned <b>{badge.name}</b>
            {timed ? ', against the clock' : ', without the clock'}. {badge.about}
          </p>
        ) : (
          <p className="mt-2 max-w-measure text-ink-soft">{outlook(right, total, missedOnly)}</p>
        )}
        <div className="mt-6">{children}</div>
      </div>
    </section>
  );
}

function outlook(right: number, of: number, missedOnly: boolean): string {
  if (right === of && missedOnly)
    return 'You have now got all the missed problems right. The badge needs the whole challenge in one go.';
  if (right === of) return 'All of them.';
  const missing = of - right === 1 ? 'One was' : `${of - right} were`;
  return `${missing} not right. Look back before you try again; you keep everything you have earned.`;
}
