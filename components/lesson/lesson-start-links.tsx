import { ButtonLink } from '#components/ui/button.tsx';
import type { LessonStart } from '#lib/progress/lesson-start.ts';

export interface LessonStartLinksProps {
  start: LessonStart<string>;
  /** Where the next activity is: its page, or the text below on the page itself. */
  nextHref: string;
  testHref: string;
}

/** The two ways into a lesson: its activities and its test. */
export function LessonStartLinks({ start, nextHref, testHref }: LessonStartLinksProps) {
  const { next, test, loudest } = start;
  return (
    <div className="no-print mb-6 flex flex-wrap gap-3">
      {next ? (
        <ButtonLink href={nextHref} kind={loudest === 'next' ? 'primary' : 'quiet'} className="max-sm:grow">
          {next.label}
        </ButtonLink>
      ) : null}
      {test ? (
        <ButtonLink href={testHref} kind={loudest === 'test' ? 'primary' : 'quiet'} className="max-sm:grow">
          {test.label} ({test.remark})
        </ButtonLink>
      ) : null}
    </div>
  );
}
