import type { Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { Outcome } from './outcome-words.ts';

/** One sentence and one way to go. */
export interface Advice {
  readonly words: string;
  readonly label: string;
  readonly href: string;
}

/** What to do after the newest test of a lesson. `next` is the next lesson of the track that is not strong yet. */
export function adviceAfter(outcome: Outcome, lesson: Lesson, next: Lesson | undefined): Advice {
  if (outcome === 'strong') {
    return next
      ? { words: `${next.title} comes next.`, label: 'Go on', href: lessonPath(next) }
      : {
          words: 'Every tested lesson of this track is strong.',
          label: 'See the lesson',
          href: lessonPath(lesson),
        };
  }
  if (outcome === 'unsure') {
    return {
      words: 'The answers fit both. Another test starts afresh, with other questions where there are some.',
      label: 'Test again',
      href: lessonPath(lesson, 'test'),
    };
  }
  const [practice] = ['practice', 'deep', 'try'].filter((slug) =>
    lesson.activities.some((one) => one.slug === slug),
  );
  return {
    words: 'Look at what was missed, practise it, then test again.',
    label: practice === 'deep' ? 'Read the deep dive' : 'Practise',
    href: lessonPath(lesson, practice),
  };
}
