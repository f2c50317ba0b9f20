import { type ComponentType, lazy, type ReactNode } from 'react';
import { ignoredWords } from '#lib/item/normalise.ts';
import type { Scoring } from '#lib/item/options.ts';
import type { Answer, ItemTypeName, ViewOf } from '#lib/item/registry.ts';
import { formWords } from '#lib/item/text/text-form.ts';
import type { Outcome, ServedItem } from '#lib/sitting/served-item.ts';
import { ChoiceFields } from './choice.tsx';
import type { FieldsProps } from './fields-props.ts';
import {
  cardNoted,
  missingTicks,
  noted,
  numberOrUnit,
  recallNoted,
  rightOf,
  type Said,
} from './kind-words.ts';

// Choosing is what most pages ask for; the rest is sent to pages that hold it.
const CardFields = lazy(() => import('./card.tsx').then((file) => ({ default: file.CardFields })));
const OutputFields = lazy(() => import('./output.tsx').then((file) => ({ default: file.OutputFields })));
const WhatIfFields = lazy(() => import('./what-if.tsx').then((file) => ({ default: file.WhatIfFields })));
const BlanksFields = lazy(() => import('./blanks.tsx').then((file) => ({ default: file.BlanksFields })));
const MatchFields = lazy(() => import('./match.tsx').then((file) => ({ default: file.MatchFields })));
const NumberFields = lazy(() => import('./number.tsx').then((file) => ({ default: file.NumberFields })));
const TextFields = lazy(() => import('./text.tsx').then((file) => ({ default: file.TextFields })));
const CodeStepFields = lazy(() =>
  import('./code-step.tsx').then((file) => ({ default: file.CodeStepFields })),
);
const OrderFields = lazy(() => import('./order.tsx').then((file) => ({ default: file.OrderFields })));
const RecallFields = lazy(() => import('./recall.tsx').then((file) => ({ default: file.RecallFields })));

/** What a page knows of one kind of item. */
interface KindOf<Name extends ItemTypeName> {
  /** What it is called above the prompt. */
  readonly noun: string;
  readonly Fields: ComponentType<FieldsProps<Name>>;
  /** What is asked for, in a line above the inputs. */
  readonly ask?: (view: ViewOf<Name>) => string;
  /** The word on the button; without it the fields bring buttons of their own. */
  readonly check?: (item: ServedItem) => string;
  /** How far an answer came that is not right as a whole. */
  readonly partly?: (outcome: Outcome) => string;
  /** What is said of an answer that nobody can fail. */
  readonly noted?: (answer: Answer, outcome: Outcome) => Said;
  /** What the shown answer is called. */
  readonly model?: string;
  /** Cards: the first hint is the other side, and the fields draw it. */
  readonly turns?: true;
  /** The fields draw the solution. */
  readonly ownSolution?: true;
}

/** How parts of a right set are paid, said before one answers. */
const scoringWords = {
  cancel: 'A wrong tick cancels a right one.',
  exact: 'Only the whole set counts.',
} as const satisfies Record<Scoring, string>;

const pairScoringWords = {
  cancel: 'A wrong pair cancels a right one.',
  exact: 'Only all pairs together count.',
} as const satisfies Record<Scoring, string>;

/** One entry for each kind. */
const kinds: { readonly [Name in ItemTypeName]: Kind } = {
  choice: kind('choice', {
    noun: 'Question',
    Fields: ChoiceFields,
    ask: ({ many, scoring }) => (many ? `Tick all that apply. ${scoringWords[scoring]}` : 'Choose one.'),
    check: () => 'Check',
    partly: missingTicks,
  }),
  output: kind('output', {
    noun: 'Output',
    Fields: OutputFields,
    ask: ({ options }) => (options ? 'Choose one.' : ''),
    check: () => 'Check',
    model: 'It prints',
  }),
  order: kind('order', {
    noun: 'Order',
    Fields: OrderFields,
    ask: ({ several }) =>
      several ? 'Put the steps in order. More than one order is right.' : 'Put the steps in order.',
    check: () => 'Check',
    partly: (outcome) => rightOf(outcome, 'step', 'in order'),
    model: 'A right order',
  }),
  blanks: kind('blanks', {
    noun: 'Fill in',
    Fields: BlanksFields,
    ask: ({ blanks }) => (blanks.length === 1 ? 'Fill the blank.' : `Fill the ${blanks.length} blanks.`),
    check: () => 'Check',
    partly: (outcome) => rightOf(outcome, 'blank', 'right'),
    model: 'What belongs in the blanks',
  }),
  match: kind('match', {
    noun: 'Match',
    Fields: MatchFields,
    ask: ({ scoring }) =>
      `Choose a partner for each. One may serve several or none. ${pairScoringWords[scoring]}`,
    check: () => 'Check',
    partly: (outcome) => rightOf(outcome, 'pair', 'right'),
    model: 'The pairs',
  }),
  number: kind('number', {
    noun: 'Number',
    Fields: NumberFields,
    ask: ({ asksUnit }) => (asksUnit ? 'Write a number and its unit.' : 'Write a number.'),
    check: () => 'Check',
    partly: numberOrUnit,
    model: 'The answer',
  }),
  text: kind('text', {
    noun: 'Short answer',
    Fields: TextFields,
    ask: ({ form, length, ignore }) =>
      [formWords(form, length), ignoredWords(ignore)].filter(Boolean).join(' '),
    check: () => 'Check',
    model: 'The answer',
  }),
  card: kind('card', { noun: 'Card', Fields: CardFields, turns: true, noted: cardNoted }),
  recall: kind('recall', {
    noun: 'Recall',
    Fields: RecallFields,
    check: ({ state }) => (state.outcome ? 'Save the comparison' : 'Compare'),
    noted: recallNoted,
  }),
  'what-if': kind('what-if', {
    noun: 'What if',
    Fields: WhatIfFields,
    check: () => 'Show the model answer',
    noted: () => noted('Written down', 'Compare it with the model answer.'),
    ownSolution: true,
  }),
  'code-step': kind('code-step', {
    noun: 'Project step',
    Fields: CodeStepFields,
    check: () => 'Check this step',
  }),
};

export interface Kind extends Omit<KindOf<ItemTypeName>, 'Fields' | 'ask'> {
  readonly ask: (item: ServedItem) => string;
  readonly draw: (item: ServedItem, disabled: boolean) => ReactNode;
}

export const kindOf = ({ type }: ServedItem): Kind => kinds[type];

function kind<Name extends ItemTypeName>(name: Name, { Fields, ask, ...rest }: KindOf<Name>): Kind {
  return {
    ...rest,
    ask: (item) => (isOf(item, name) ? (ask?.(item.view) ?? '') : ''),
    draw: (item, disabled) =>
      isOf(item, name) ? <Fields view={item.view} item={item} disabled={disabled} /> : null,
  };
}

function isOf<Name extends ItemTypeName>(
  item: ServedItem,
  name: Name,
): item is ServedItem & { readonly type: Name; readonly view: ViewOf<Name> } {
  return item.type === name;
}
