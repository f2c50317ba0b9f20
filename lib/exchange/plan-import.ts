import type { Level } from '#lib/item/registry.ts';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import { answerTexts } from './item/answer-texts.ts';
import { itemId } from './item/item-id.ts';
import { type ItemPlacement, makeItem } from './item/make-item.ts';
import { plain, plainTextOf } from './markdown/nodes.ts';
import { type PlacedPicture, placePictures } from './place-pictures.ts';
import type { Entry, Place, Question, Reading, TaskKind } from './question.ts';

/** The lesson into which questions go. */
export interface ImportTarget {
  /** The first word of its items' ids. */
  readonly prefix: string;
  readonly objectives: readonly string[];
  /** For graded questions. */
  readonly activity: ActivitySlug;
  /** For questions that cannot be failed. */
  readonly openActivity: ActivitySlug;
  readonly level: Level;
  /** For questions that name none of the lesson's objectives. */
  readonly objective: string | null;
  readonly hash: (text: string) => string;
}

export interface PlannedItem {
  readonly outcome: 'kept' | 'changed';
  readonly place: Place;
  readonly id: string;
  readonly kind: TaskKind;
  readonly activity: ActivitySlug;
  /** The item as it is written into the file. */
  readonly text: string;
  /** Level and objective, where the file names none. */
  readonly unnamed?: readonly string[];
  readonly pictures: readonly PlacedPicture[];
  readonly changes: readonly string[];
}

export interface RefusedItem {
  readonly outcome: 'refused';
  readonly place: Place;
  readonly title: string;
  readonly kind: string;
  readonly reason: string;
  /** The text of the question in the file. */
  readonly source: string;
}

export interface ImportPlan {
  readonly items: readonly (PlannedItem | RefusedItem)[];
  readonly notes: readonly string[];
}

const openKinds: readonly TaskKind[] = ['open', 'card', 'other'];

/** Decides about every question of a file: as which item it is written, or why it is refused. */
export function planImport({ entries, notes }: Reading, target: ImportTarget): ImportPlan {
  const seen = new Map<string, Question>();
  const items = entries.map((entry) => planEntry(entry, target, seen));
  return { items, notes: [...notes, ...leftOut(entries), ...added(entries, items, target)] };
}

function planEntry(
  entry: Entry,
  target: ImportTarget,
  seen: Map<string, Question>,
): PlannedItem | RefusedItem {
  if (!entry.ok) return { outcome: 'refused', ...entry.refusal };
  const { question, pictures } = placePictures(withLastOptions(withModelAnswer(entry.question)), target.hash);
  const { place, source, title, task } = question;
  const refusal = (reason: string): RefusedItem => ({
    outcome: 'refused',
    place,
    source,
    title,
    kind: task.kind,
    reason,
  });
  const wanted = itemId(question, target.prefix, target.hash);
  const earlier = seen.get(wanted);
  if (earlier && isRepeated(earlier, question))
    return refusal(`It repeats the question of line ${earlier.place.line}.`);
  const id = freeId(wanted, seen);
  seen.set(id, question);
  const activity = openKinds.includes(task.kind) ? target.openActivity : target.activity;
  const placement: ItemPlacement = {
    activity,
    objectives: target.objectives,
    hash: target.hash,
    pictures: pictures.map(({ path }) => path),
  };
  const made = makeItem(question, { id, ...marksFor(question, activity, target) }, placement);
  if (!made.ok) return refusal(made.reason);
  const changes = [
    ...question.changes,
    ...made.changes,
    ...(id === wanted ? [] : [`Its id is also that of line ${earlier?.place.line ?? 0}; it became ${id}.`]),
  ];
  const outcome = changes.length > 0 ? 'changed' : 'kept';
  const unnamed = (['level', 'objective'] as const).filter((name) => question[name] === null);
  return { outcome, place, id, kind: task.kind, activity, text: made.text, unnamed, pictures, changes };
}

function freeId(wanted: string, seen: ReadonlyMap<string, Question>): string {
  let id = wanted;
  for (let number = 2; seen.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

function isRepeated(a: Question, b: Question): boolean {
  const content = ({ prompt, task }: Question) => JSON.stringify([plainTextOf(prompt), answerTexts(task)]);
  return content(a) === content(b);
}

/** Level and objective where the activity needs them. */
function marksFor(
  { level, objective }: Question,
  activity: ActivitySlug,
  target: ImportTarget,
): { level: string | null; objective: string | null } {
  const needsLevel = ['test', 'challenge', 'try'].includes(activity);
  const named = objective !== null && target.objectives.includes(objective) ? objective : null;
  return {
    level: level ?? (needsLevel ? target.level : null),
    objective: named ?? (activity === 'test' ? target.objective : null),
  };
}

/** An open question needs a model answer to compare with. */
function withModelAnswer(question: Question): Question {
  if (question.task.kind !== 'open' || question.solution.length > 0) return question;
  return {
    ...question,
    solution: plain('Compare your answer with what the lesson says.'),
    changes: [...question.changes, 'It has no model answer. Write one into its <Solution>.'],
  };
}

/** Options such as "none of the above" stay below the others when these are shuffled. */
function withLastOptions(question: Question): Question {
  const { task } = question;
  if (task.kind !== 'choice') return question;
  const options = task.options.map((option) =>
    above.test(plainTextOf(option.label)) ? { ...option, last: true } : option,
  );
  return { ...question, task: { ...task, options } };
}

const above = /\b(?:all|none|any|both|neither|each|some|one) of (?:the|these) above\b|\ball above\b/i;

/** What our items have no place for, counted over the file. */
function leftOut(entries: readonly Entry[]): string[] {
  const questions = entries.flatMap((entry) => (entry.ok ? [entry.question] : []));
  const count = (has: (question: Question) => boolean, what: string) => {
    const number = questions.filter(has).length;
    return number > 0 ? [`Not taken over: ${what} of ${number} of the questions.`] : [];
  };
  return [
    ...count(({ tags }) => tags.length > 0, 'the tags'),
    ...count(({ category }) => category !== '', 'the category'),
    ...count(
      ({ title, externalId }) => title !== '' && externalId !== null && title !== externalId,
      'the name',
    ),
  ];
}

function added(
  entries: readonly Entry[],
  items: readonly (PlannedItem | RefusedItem)[],
  { level, objective, objectives }: ImportTarget,
): string[] {
  const tested = entries.flatMap((entry, at) => {
    const item = items[at];
    return entry.ok && item?.outcome !== 'refused' && item?.activity === 'test' ? [entry.question] : [];
  });
  const levelless = tested.filter((question) => question.level === null).length;
  const aimless = tested.filter((question) => !objectives.includes(question.objective ?? '')).length;
  return [
    ...(levelless > 0 ? [`Level ${level} was given to ${levelless} questions that name none.`] : []),
    ...(aimless > 0 && objective !== null
      ? [`Objective ${objective} was given to ${aimless} questions that name none of the lesson.`]
      : []),
  ];
}
