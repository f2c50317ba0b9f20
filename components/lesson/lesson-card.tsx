import { MasteryWord } from '#components/progress/mastery-mark.tsx';
import { CardLink } from '#components/ui/card.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ProgressRing } from '#components/ui/progress-ring.tsx';
import type { Mastery } from '#lib/mastery/level.ts';
import { outcomeLabels } from '#lib/mastery/verdict.ts';
import { type Progress, share } from '#lib/progress/lesson-progress.ts';

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
      mark={
        progress ? (
          <ProgressRing value={share(progress)} label={`${progress.done} of ${progress.total} steps done`} />
        ) : null
      }
      foot={
        <>
          <span className="inline-flex items-center gap-1.5">
            <Icon name="clock" size={16} />
            {lesson.minutes} min in {lesson.activities.length} activities
          </span>
          {mastery ? <MasteryWord level={mastery.level} /> : null}
          {mastery?.outcome && mastery.level === 'learning' ? (
            <span>Latest test: {outcomeLabels[mastery.outcome].toLowerCase()}</span>
          ) : null}
          {lesson.badge ? (
            <span data-shows="badges" className="inline-flex items-center gap-1.5">
              <Icon name="badge" size={16} />
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
