import { itemType } from '#lib/item/registry.ts';
import { type ActivitySlug, activityKind } from '#lib/lesson/activities.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import type { Outcome } from '#lib/mastery/verdict.ts';

/** One sentence and one way to go. */
export interface Advice {
  readonly words: string;
  /** The activity of the tested lesson that it leads to; null when it leads out of the lesson. */
  readonly activity: ActivitySlug | null;
  readonly label: string;
  readonly href: string;
}

export interface AdviceFacts {
  readonly outcome: Outcome;
  readonly lesson: Lesson;
  /** The next lesson of the track that is not strong yet. */
  readonly next: Lesson | undefined;
  /** Ids of objectives that the test found weak; none means that it is not known which. */
  readonly weak: readonly string[];
  /** Ids of items that the person has solved. */
  readonly solved: ReadonlySet<string>;
}

/** What to do after the newest test of a lesson. */
export function adviceAfter({ outcome, lesson, next, weak, solved }: AdviceFacts): Advice {
  if (outcome === 'strong') {
    return next
      ? {
          words: 'Your test says that you know this lesson.',
          activity: null,
          label: next.title,
          href: lessonPath(next),
        }
      : {
          words: 'The map of the track shows where you stand in each of its lessons.',
          activity: null,
          label: 'The track',
          href: `/tracks/${lesson.track}`,
        };
  }
  if (outcome === 'unsure' && weak.length === 0) {
    return {
      words: 'The answers fit both. Another test starts afresh, with other questions where there are some.',
      activity: 'test',
      label: 'Test again',
      href: lessonPath(lesson, 'test'),
    };
  }
  return helpIn(lesson, weak, solved);
}

/** The activity that asks most about what was missed and is not solved yet; the earlier one among equals. */
function helpIn(lesson: Lesson, weak: readonly string[], solved: ReadonlySet<string>): Advice {
  const asks = lesson.activities.map(({ slug, items, delivery }) => ({
    slug,
    count:
      delivery.starts === 'on-request'
        ? 0
        : items.filter(
            ({ id, type, objective }) =>
              itemType(type).graded &&
              !solved.has(id) &&
              (weak.length === 0 || (objective !== null && weak.includes(objective))),
          ).length,
  }));
  const [most] = asks.toSorted((a, b) => b.count - a.count);
  const title = most && activityKind(most.slug)?.title;
  if (!most || !title || most.count === 0) {
    const activity = lesson.activities.some(({ slug }) => slug === 'deep') ? 'deep' : 'introduction';
    return {
      words: 'Read again what was missed, then take another test.',
      activity,
      label: 'Read the lesson',
      href: lessonPath(lesson, activity),
    };
  }
  const about = weak.length > 0 ? 'about what was missed' : 'that you have not solved';
  const questions = most.count === 1 ? 'one question' : `${most.count} questions`;
  return {
    words: `${title} has ${questions} ${about}. Answer ${most.count === 1 ? 'it' : 'them'}, then test again.`,
    activity: most.slug,
    label: title,
    href: lessonPath(lesson, most.slug),
  };
}
