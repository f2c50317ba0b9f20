import type { List, RootContent } from 'mdast';
import { z } from 'zod';
import type { Alias, Chance } from '#lib/chance/chance.ts';
import type { Rich } from '#lib/text/rich.ts';
import type { Explanation, Grade, GradedBy, ItemSource, PartState, SingleChoice } from './item-type.ts';
import { reportAlike, reportCount } from './option-faults.ts';
import { reportReferences } from './option-references.ts';
import { type Part, readParts, splitAtList } from './parts.ts';

/** An option, as choice and output items use it. */
export interface OptionBody {
  readonly id: string;
  readonly label: Rich;
  /** Stays at the end when options are shuffled ("none of these"). */
  readonly last: boolean;
  /** Its index in the author's list. Not a part of the item's version: reordering does not affect progress. */
  readonly listedAt: number;
}

export interface OptionKey {
  readonly correct: readonly string[];
  readonly feedback: Readonly<Record<string, Rich>>;
}

export interface OptionView {
  readonly id: string;
  readonly label: Rich;
}

/**
 * The score for a part of the right set. `cancel`: each wrong pick cancels a right one. `exact`: only the
 * whole set scores.
 */
export const scorings = ['cancel', 'exact'] as const;
export type Scoring = (typeof scorings)[number];

const mostOptions = 20;

export const optionSchema = z
  .object({ option: z.array(z.string().max(80)).max(mostOptions).readonly().default([]) })
  .transform(({ option }) => ({ options: [...new Set(option)] }));

export type ChosenOptions = z.infer<typeof optionSchema>;

export function readOptions(
  source: ItemSource,
): { prompt: Rich; options: OptionBody[]; key: OptionKey } | undefined {
  const split = splitAtList(source, 'options');
  if (!split) return undefined;
  const parts = readParts(split.list, source);
  if (parts.length > mostOptions) {
    source.report(
      split.list,
      'options-too-many',
      `This item has ${parts.length} options, and ${mostOptions} at most are possible. Remove some, or split the item.`,
    );
  }
  const correct = parts.filter((part) => part.checked === true);
  reportMissingBoxes(parts, source);
  reportKeyFaults(split.list, parts, source);
  reportMissingPrompt(split.prompt, source);
  reportAlike(parts, source);
  reportCount(split.prompt, parts, 'many' in source.attributes, source);
  reportTicksInPrompt(split.prompt, source);
  reportReferences(split.prompt, parts, source);
  return {
    prompt: source.rich(split.prompt),
    options: parts
      .map(({ id, label, last }, listedAt) => ({ id, label, last, listedAt }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    key: { correct: correct.map((part) => part.id).toSorted(), feedback: feedbackOf(parts) },
  };
}

/** Reports entries without a tick box, which are neither right nor wrong. */
export function reportMissingBoxes(
  parts: readonly Pick<Part, 'checked' | 'node'>[],
  source: ItemSource,
): void {
  for (const part of parts.filter(({ checked }) => checked === null)) {
    source.report(
      part.node,
      'option-unmarked',
      'This entry has no tick box. Begin it with `- [ ]`, or `- [x]` when it is right.',
    );
  }
}

export function reportMissingPrompt(prompt: readonly RootContent[], source: ItemSource): void {
  if (prompt.length > 0) return;
  source.report(
    source.element,
    'prompt-missing',
    'This item has no question. Write it after the opening tag.',
  );
}

function reportKeyFaults(list: List, parts: readonly Part[], source: ItemSource): void {
  const right = parts.filter(({ checked }) => checked === true).length;
  if (parts.length < 2) {
    source.report(
      list,
      'options-too-few',
      'An item needs at least two options. Add the wrong ideas that learners really hold.',
    );
  }
  if (right === 0) {
    source.report(list, 'key-missing', 'No option is marked right. Write `- [x]` before the right one.');
  }
  if (right === parts.length && parts.length > 1) {
    source.report(
      list,
      'key-all',
      'Every option is marked right, so the item asks nothing. Add a wrong option.',
    );
  }
}

/** Reports a second list with tick boxes: it would be shown with its ticks and reveal the answer. */
export function reportTicksInPrompt(prompt: readonly RootContent[], source: ItemSource): void {
  for (const node of prompt) {
    if (node.type === 'list' && node.children.some((entry) => typeof entry.checked === 'boolean')) {
      source.report(
        node,
        'options-split',
        'This list has tick boxes, but it is not the list of options at the end. Join the two: same bullets, no text between them.',
      );
    }
  }
}

function feedbackOf(parts: readonly Part[]): Record<string, Rich> {
  return Object.fromEntries(parts.flatMap((part) => (part.feedback ? [[part.id, part.feedback]] : [])));
}

/** Options as the author listed them, for an activity that does not shuffle. */
export const inAuthorOrder = (options: readonly OptionBody[]): OptionBody[] =>
  options.toSorted((a, b) => a.listedAt - b.listedAt);

export function shuffledOptions(options: readonly OptionBody[], chance: Chance, alias: Alias): OptionView[] {
  const free = chance.shuffle(options.filter((option) => !option.last));
  return [...free, ...options.filter((option) => option.last)].map(({ id, label }) => ({
    id: alias(id),
    label,
  }));
}

/**
 * Full marks need the exact set. With `cancel`, score = max(0, right picks - wrong picks) / right options, and 0 when
 * all options are ticked; with `exact`, 0 for everything else.
 */
export function gradeOptions(
  count: number,
  key: OptionKey,
  chosen: readonly string[],
  scoring: Scoring = 'cancel',
): Grade {
  const right = chosen.filter((id) => key.correct.includes(id)).length;
  const wrong = chosen.length - right;
  const correct = wrong === 0 && right === key.correct.length;
  if (correct) return { correct, score: 1 };
  const isPartial = scoring === 'cancel' && chosen.length < count;
  return { correct, score: isPartial ? Math.max(0, right - wrong) / key.correct.length : 0 };
}

/** The options and the right ones, by id: what `gradeOptions` uses besides the rule of scoring. */
export const optionsGradedBy = (options: readonly OptionBody[], { correct }: OptionKey): GradedBy => ({
  choices: options.map(({ id }) => id).toSorted(),
  key: correct.toSorted(),
});

export function explainOptions(
  options: readonly OptionBody[],
  key: OptionKey,
  chosen: readonly string[],
  full: boolean,
): Explanation {
  const shown = options.filter(({ id }) => full || chosen.includes(id));
  const state = (id: string): PartState | null => {
    if (chosen.includes(id)) return key.correct.includes(id) ? 'right' : 'wrong';
    return key.correct.includes(id) ? 'missed' : null;
  };
  const parts = shown.flatMap(({ id }) => {
    const known = state(id);
    return known ? [[id, known] as const] : [];
  });
  const notes = shown.flatMap(({ id }) => {
    const note = Object.hasOwn(key.feedback, id) ? key.feedback[id] : undefined;
    return note ? [[id, note] as const] : [];
  });
  return { parts: Object.fromEntries(parts), notes: Object.fromEntries(notes) };
}

export function renameOptions(
  chosen: readonly string[],
  rename: (id: string) => string | undefined,
): string[] | null {
  const renamed = chosen.map(rename);
  return renamed.every((id) => id !== undefined) ? renamed : null;
}

/** The options and the right one; null if several are right. */
export function singleChoiceOf(
  options: readonly OptionBody[],
  { correct: [right, ...others] }: OptionKey,
): SingleChoice | null {
  return right === undefined || others.length > 0 ? null : { options, right };
}

/** One of the ids at random, as a list. */
export const randomOption = (ids: readonly string[], chance: Chance): string[] =>
  ids.slice(chance.below(ids.length)).slice(0, 1);

/** The right set, or a plausible wrong one. */
export function exampleOptions(
  options: readonly OptionBody[],
  key: OptionKey,
  right: boolean,
  chance: Chance,
): string[] {
  if (right) return [...key.correct];
  const wrong = options.filter(({ id }) => !key.correct.includes(id));
  const pick = wrong[chance.below(wrong.length)];
  const partly = key.correct.length > 1 ? key.correct.slice(0, 1 + chance.below(key.correct.length - 1)) : [];
  return pick ? [...partly, pick.id] : partly;
}
