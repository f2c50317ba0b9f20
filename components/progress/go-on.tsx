import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { Progress } from '#lib/progress/lesson-progress.ts';

export interface GoOnProps {
  kind: 'continue' | 'next';
  lesson: string;
  activity: string;
  about: string;
  /** Why this comes next; null for what was left off. */
  why: string | null;
  progress: Progress;
  href: string;
  /** When it was last worked on, in words. */
  last: string | null;
  /** Something else on the page comes first. */
  quiet?: boolean | undefined;
}

/** The one thing to do next, larger than all else on the page unless it is `quiet`. */
export function GoOn({ kind, lesson, activity, about, why, progress, href, last, quiet = false }: GoOnProps) {
  const hasBegun = kind === 'continue';
  return (
    <Card className="sm:p-6">
      <p className="text-sm text-ink-soft">
        {hasBegun ? `Where you left off${last ? `, ${last}` : ''}` : 'Next'}
      </p>
      <h2 className="mt-1 text-xl">
        {lesson}: {activity}
      </h2>
      <p className="mt-1 text-ink-soft">{about}</p>
      {why ? <p className="mt-2 text-sm">{why}</p> : null}
      {hasBegun && progress.of > 0 ? (
        <div className="mt-4">
          <ProgressBar
            done={progress.done}
            of={progress.of}
            label={progress.of === 1 ? 'step' : 'questions'}
          />
        </div>
      ) : null}
      <ButtonLink href={href} kind={quiet ? 'quiet' : 'primary'} className="mt-5" icon="arrow-right" after>
        {hasBegun ? 'Go on' : 'Begin'}
      </ButtonLink>
    </Card>
  );
}
