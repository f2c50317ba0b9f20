import { CardLink } from '#components/ui/card.tsx';
import { RareIcon } from '#components/ui/rare-icon.tsx';
import { levelLabels, type Mastery } from '#lib/mastery/level.ts';
import { outcomeLabels } from '#lib/mastery/verdict.ts';
import type { Progress } from '#lib/progress/lesson-progress.ts';

export interface LessonCardProps {
  lesson: {
    readonly title: string;
    readonly summary: string;
    readonly path: string;
    readonly minutes: number;
    readonly activities: readonly unknown[];
    readonly badge: { readonly name: string } | null;
  };
  /** Null for visitors. */
  progress?: Progress | null;
  mastery?: Mastery | null;
  /** One level below the heading of the list. */
  heading?: 'h2' | 'h3';
}

/** A lesson in a list: its summary, duration and the learner’s progress. */
export function LessonCard({ lesson, progress = null, mastery = null, heading = 'h2' }: LessonCardProps) {
  return (
    <CardLink
      href={lesson.path}
      title={lesson.title}
      heading={heading}
      foot={
        <>
          <span className="inline-flex items-center gap-1.5">
            <RareIcon name="clock" size={16} />
            {lesson.minutes} min in {lesson.activities.length} activities
          </span>
          {mastery ? <span className="font-semibold text-ink">{levelLabels[mastery.level]}</span> : null}
          {progress && progress.done > 0 ? (
            <span className="tabular-nums">
              {progress.done} of {progress.total} steps done
            </span>
          ) : null}
          {mastery?.outcome && mastery.level === 'learning' ? (
            <span>Latest test: {outcomeLabels[mastery.outcome].toLowerCase()}</span>
          ) : null}
          {lesson.badge ? (
            <span data-shows="badges" className="inline-flex items-center gap-1.5">
              <RareIcon name="badge" size={16} />
              {lesson.badge.name}
            </span>
          ) : null}
        </>
      }
    >
      {lesson.summary}
    </CardLink>
  );
}
