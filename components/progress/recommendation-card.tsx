import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';

export interface RecommendationCardProps {
  recommendation: Recommendation;
  /** One line about the activity; may be empty. */
  about: string;
  /** Progress and time of the last work on it; null for an activity that was not started. */
  leftOff: { readonly progress: Progress; readonly last: string } | null;
  /** Something else on the page is more important. */
  quiet?: boolean | undefined;
}

/** The recommended activity; its button is the primary one unless `quiet`. */
export function RecommendationCard({
  recommendation: { to, reason },
  about,
  leftOff,
  quiet = false,
}: RecommendationCardProps) {
  if (!to) return null;
  const { activity } = to;
  return (
    <Card className="sm:p-6">
      <p className="text-sm text-ink-soft">{leftOff ? `Where you left off, ${leftOff.last}` : 'Next'}</p>
      <h2 className="mt-1 text-xl">{activity ? `${activity.lessonTitle}: ${activity.title}` : to.title}</h2>
      {about ? <p className="mt-1 text-ink-soft">{about}</p> : null}
      {leftOff ? <LeftOffProgress progress={leftOff.progress} /> : <p className="mt-2 text-sm">{reason}</p>}
      <ButtonLink href={to.href} kind={quiet ? 'quiet' : 'primary'} className="mt-5" icon="arrow-right" after>
        {leftOff ? 'Continue' : 'Start'}
      </ButtonLink>
    </Card>
  );
}

/** An open test has no steps to show. */
function LeftOffProgress({ progress: { done, total } }: { progress: Progress }) {
  if (total === 0) return null;
  return (
    <div className="mt-4">
      <ProgressBar done={done} total={total} label={total === 1 ? 'step' : 'questions'} />
    </div>
  );
}
