import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { Progress } from '#lib/progress/lesson-progress.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import { recommendationWords } from '#lib/progress/recommendation-words.ts';
import { Hero } from './hero.tsx';

export interface RecommendationCardProps {
  recommendation: Recommendation;
  /** One line about the activity; may be empty. */
  about: string;
  /** Usual minutes; null when they are not known. */
  minutes: number | null;
  /** Progress and time of the last work on it; null for an activity that was not started. */
  leftOff: { readonly progress: Progress; readonly last: string } | null;
  /** Something else on the page is more important. */
  quiet?: boolean | undefined;
}

/** The recommended step: beside something more important when `quiet`, otherwise the one thing to do on the page. */
export function RecommendationCard(props: RecommendationCardProps) {
  const { recommendation, about, minutes, leftOff, quiet = false } = props;
  const { link, reason } = recommendationWords(recommendation);
  const { to } = recommendation;
  if (!to) return null;
  const title = to.activity?.lessonTitle ?? to.title;
  const above = leftOff ? `Where you left off, ${leftOff.last}` : quiet ? 'Then' : 'Next';
  const named = to.activity && about ? `${to.activity.title}: ${about}` : about;
  const facts = [named, minutes === null ? '' : `${minutes}\u00a0min`].filter(Boolean).join(' · ');
  const button = (
    <ButtonLink href={to.href} kind={quiet ? 'quiet' : 'primary'} size={quiet ? 'medium' : 'large'}>
      {link}
    </ButtonLink>
  );
  const progress = leftOff ? <LeftOffProgress progress={leftOff.progress} /> : null;
  if (!quiet)
    return (
      <Hero above={above} title={title} action={button}>
        <p>{reason}</p>
        {progress}
      </Hero>
    );
  return (
    <Card as="section" className="sm:p-6">
      <p className="text-sm text-ink-soft">{above}</p>
      <h2 className="mt-1 text-xl">{title}</h2>
      {facts ? <p className="mt-1 text-sm text-ink-soft">{facts}</p> : null}
      <p className="mt-2">{reason}</p>
      {progress}
      <div className="mt-4">{button}</div>
    </Card>
  );
}

/** An open test has no steps to show. */
function LeftOffProgress({ progress: { done, total } }: { progress: Progress }) {
  if (total === 0) return null;
  return (
    <div className="mt-4 max-w-sm text-base">
      <ProgressBar done={done} total={total} label={total === 1 ? 'step' : 'questions'} />
    </div>
  );
}
