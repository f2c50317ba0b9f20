import { Link } from '#components/ui/link.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';
import { type Outcome, outcomeLabels } from '#lib/mastery/verdict.ts';

export interface MovedLessonsProps {
  moved: readonly {
    readonly lesson: PageLink;
    readonly answers: number;
    readonly right: number;
    readonly test: { readonly outcome: Outcome; readonly before: Outcome | null } | null;
    readonly badge: string | null;
  }[];
}

/** What happened in each lesson this week. */
export function MovedLessons({ moved }: MovedLessonsProps) {
  if (moved.length === 0) return <p className="text-ink-soft">No answers yet this week.</p>;
  return (
    <ul className="grid list-none gap-3 p-0">
      {moved.map(({ lesson, answers, right, test, badge }) => (
        <li key={lesson.href}>
          <Link href={lesson.href}>{lesson.title}</Link>
          <span className="block text-ink-soft tabular-nums">
            {answers === 1 ? '1 answer' : `${answers} answers`}, {right} right.
            {test ? ` ${testWords(test)}` : ''}
            {badge ? <span data-shows="badges"> You earned {badge}.</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function testWords({ outcome, before }: { outcome: Outcome; before: Outcome | null }): string {
  const now = `Your test says: ${outcomeLabels[outcome].toLowerCase()}`;
  return before === null || before === outcome
    ? `${now}.`
    : `${now}; before it was ${outcomeLabels[before].toLowerCase()}.`;
}
