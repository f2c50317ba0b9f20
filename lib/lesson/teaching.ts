import type { Item } from '#lib/item/registry.ts';
import { plainText } from '#lib/text/rich.ts';
import { cosine, termCounts, wordOfTerm } from '#lib/text/terms.ts';
import { activityKind } from './activities.ts';
import { itemText } from './item-text.ts';
import type { Finding, Lesson, Passage } from './lesson.ts';
import { findTaught, passagesOf, passageText } from './passages.ts';
import type { LessonSource } from './source.ts';
import { type TermVector, termWeights } from './term-weights.ts';

/** A heading of a text with what stands under it. */
interface Section {
  readonly passage: Passage;
  readonly words: number;
  readonly vector: TermVector;
}

/** An item of which a smaller share of terms occurs anywhere in the lesson asks for something else. */
const leastKnown = 0.4;
/** With fewer terms, an item's share says nothing. */
const fewestTerms = 5;
/** From this cosine on, a passage is about an item. */
const aboutFrom = 0.1;
/** An item tests the passages that are most about it, so many at most. */
const testedPassages = 3;
/** A shorter passage needs no question. */
const fewestWords = 40;
/** More items than this are named in one finding. */
const mostFindings = 5;

/** Warnings about items of the pool that the lesson does not teach, and passages that no item tests. */
export function teachingFindings(lesson: Lesson, source: LessonSource): Finding[] {
  if (lesson.pool.length === 0) return [];
  const map = mapOf(lesson);
  return [...untaught(lesson, map), ...untested(lesson, map, source)];
}

/** An item with the passage that teaches it, as `taught` names one: the author's, or the nearest in its words; null if there is none. */
export interface TaughtItem {
  readonly item: Item;
  readonly passage: string | null;
  readonly isSuggested: boolean;
}

/** Which passage teaches each item of the pool. */
export function taughtItems(lesson: Lesson): TaughtItem[] {
  const { nearest } = mapOf(lesson);
  return lesson.pool.map((item) => {
    const [near] = nearest(item);
    return item.taught === undefined
      ? { item, passage: near ? nameOf(near.passage) : null, isSuggested: true }
      : { item, passage: item.taught, isSuggested: false };
  });
}

interface TeachingMap {
  readonly sections: readonly Section[];
  /** Every term of the lesson's texts. */
  readonly terms: ReadonlySet<string>;
  /** The passages that an item is about, the nearest first. */
  nearest(item: Item): readonly Section[];
}

function mapOf({ activities }: Lesson): TeachingMap {
  const texts = activities.flatMap((activity) =>
    passagesOf(activity).flatMap((passage) => {
      const text = passage.anchor === null ? undefined : passageText(activity.body, passage.anchor);
      return text ? [{ passage, text: `${passage.title} ${plainText(text)}` }] : [];
    }),
  );
  const counted = texts.map(({ passage, text }) => ({ passage, text, terms: termCounts(text) }));
  const weigh = termWeights(counted.map(({ terms }) => terms));
  const sections = counted.map(({ passage, text, terms }) => ({
    passage,
    words: text.split(/\s+/).length,
    vector: weigh(terms),
  }));
  return {
    sections,
    terms: new Set(termCounts(activities.map(({ body }) => plainText(body)).join('\n')).keys()),
    nearest(item) {
      const vector = weigh(termCounts(itemText(item)));
      return sections
        .map((section) => ({ section, likeness: cosine(vector, section.vector) }))
        .filter(({ likeness }) => likeness > aboutFrom)
        .toSorted((a, b) => b.likeness - a.likeness)
        .map(({ section }) => section);
    },
  };
}

function untaught({ pool }: Lesson, { terms, nearest }: TeachingMap): Finding[] {
  const unknown = pool.flatMap((item) => {
    const own = [...termCounts(itemText(item)).keys()];
    const missing = own.filter((term) => !terms.has(term));
    const isUnknown = own.length >= fewestTerms && missing.length > (1 - leastKnown) * own.length;
    return isUnknown && item.taught === undefined ? [{ item, missing }] : [];
  });
  const [first] = unknown;
  if (first && unknown.length > mostFindings) {
    const lines = unknown.map(({ item }) => item.source.line).join(', ');
    const message = `${unknown.length} of ${pool.length} items ask for what the texts of this lesson hardly speak of (lines ${lines}). Teach it, name the passage of each with taught="#…", or move them to the lesson that teaches it.`;
    return [warning(first.item, 'untaught', message)];
  }
  return unknown.map(({ item, missing }) => {
    const [near] = nearest(item);
    const suggestion = near
      ? `If «${near.passage.title}» teaches it, write taught="${nameOf(near.passage)}".`
      : 'Teach it, or name the passage that does with taught="#…".';
    const words = missing
      .slice(0, mostFindings)
      .map((term) => wordOfTerm(itemText(item), term))
      .join(', ');
    return warning(
      item,
      'untaught',
      `The texts of this lesson do not speak of what this item asks (${words}). ${suggestion}`,
    );
  });
}

function untested(
  { pool, activities, objectives }: Lesson,
  { sections, nearest }: TeachingMap,
  source: LessonSource,
): Finding[] {
  const items = [...pool, ...activities.flatMap((activity) => activity.items)];
  const named = items.flatMap(({ taught }) => (taught === undefined ? [] : [findTaught(taught, activities)]));
  const tested = new Set([
    ...[...objectives.flatMap(({ read }) => read), ...named].flatMap((passage) =>
      typeof passage === 'string' ? [] : [nameOf(passage)],
    ),
    ...items.flatMap((item) =>
      nearest(item)
        .slice(0, testedPassages)
        .map(({ passage }) => nameOf(passage)),
    ),
  ]);
  const reading = sections.filter(
    ({ passage, words }) =>
      words >= fewestWords && activityKind(passage.activity)?.isReading && !tested.has(nameOf(passage)),
  );
  return reading.map(({ passage }): Finding => {
    const message = `No item asks about «${passage.title}» (${nameOf(passage)}). Ask about it in the pool or in a quick check, write taught="${nameOf(passage)}" on the item that does, or leave it if it needs no question.`;
    return { ...placeOf(passage, source), severity: 'warning', rule: 'untested', message };
  });
}

/** The name of a passage as `taught` has it. */
const nameOf = ({ activity, anchor }: Passage): string =>
  anchor === null ? activity : `${activity}#${anchor.replace(/^s-/, '')}`;

/** The line of a passage's heading or step in its file; the first line if it is written in another way. */
function placeOf(
  { activity, title }: Passage,
  { folder, files }: LessonSource,
): Pick<Finding, 'file' | 'line' | 'column'> {
  const name = activityKind(activity)?.file ?? '';
  const lines = (files.get(name) ?? '').split('\n');
  const plain = (line: string) => line.replace(/[*_`\\]/g, '').trim();
  const at = lines.findIndex(
    (line) => plain(line.replace(/^#+\s*/, '')) === plain(title) || line.includes(`title="${title}"`),
  );
  return { file: `${folder}/${name}`, line: Math.max(0, at) + 1, column: 1 };
}

function warning({ id, source }: Item, rule: string, message: string): Finding {
  return { ...source, column: 1, severity: 'warning', rule, message, itemId: id };
}
