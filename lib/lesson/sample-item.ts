import { type Item, itemType, type Level, type SealedItem } from '#lib/item/registry.ts';
import type { Rich, RichNode } from '#lib/text/rich.ts';
import type { Activity, Lesson } from './lesson.ts';

/** A question that stands for a whole library, on the page of first contact. */
export interface SampleItem {
  readonly lesson: Lesson;
  readonly activity: Activity;
  readonly item: Item;
}

const levels: readonly Level[] = ['easy', 'medium', 'hard'];
const mostOptions = 5;

/**
 * The question that visitors get first; null when there is none. It asks for one of at most five options, in an activity
 * that starts by itself, gives feedback at once and serves all its questions. Lessons with a test come first, since its
 * verdict is shown after the answer; then questions that show code, then easy ones, then the order of the lessons.
 */
export function sampleItem(lessons: readonly Lesson[]): SampleItem | null {
  const candidates = lessons.flatMap((lesson) =>
    lesson.activities
      .filter(servesEverybody)
      .flatMap((activity) =>
        activity.items
          .filter((item) => asksForOne(item, lesson.secrets.get(item.id)))
          .map((item) => ({ lesson, activity, item })),
      ),
  );
  const cost = ({ lesson, item }: SampleItem) =>
    (lesson.pool.length > 0 ? 0 : 100) + (hasCode(item.prompt) ? 0 : 10) + levels.indexOf(item.level);
  return candidates.toSorted((a, b) => cost(a) - cost(b))[0] ?? null;
}

function servesEverybody({ delivery }: Activity): boolean {
  const { starts, feedback, draw } = delivery;
  return starts === 'by-itself' && feedback === 'at-once' && draw === null;
}

function asksForOne({ type, body }: Item, secret: SealedItem | undefined): boolean {
  const kind = itemType(type);
  const choice = secret && kind.graded ? kind.singleChoice?.(body, secret.open().key) : null;
  return choice != null && choice.options.length <= mostOptions;
}

function hasCode(rich: Rich): boolean {
  return rich.some(
    (node: RichNode) =>
      typeof node !== 'string' && (/^(pre|Code)$/.test(node[0]) || hasCode(childrenOf(node))),
  );
}

const childrenOf = ([, , ...children]: Exclude<RichNode, string>): Rich => children;
