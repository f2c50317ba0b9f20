import { type ComponentType, lazy, type ReactNode } from 'react';
import type { ItemTypeName, ViewOf } from '#lib/item/registry.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { CardFields } from './card.tsx';
import { ChoiceFields } from './choice.tsx';
import type { FieldsProps } from './fields-props.ts';
import { OutputFields } from './output.tsx';
import { WhatIfFields } from './what-if.tsx';

// Choosing is what most pages ask for; the rest is sent to pages that hold it.
const BlanksFields = lazy(() => import('./blanks.tsx').then((file) => ({ default: file.BlanksFields })));
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
  /** What the shown answer is called. */
  readonly model?: string;
  /** Cards: the first hint is the other side, and the fields draw it. */
  readonly turns?: true;
  /** The fields draw the solution. */
  readonly ownSolution?: true;
}

/** One line for each kind. */
const kinds: { readonly [Name in ItemTypeName]: Kind } = {
  choice: kind('choice', {
    noun: 'Question',
    Fields: ChoiceFields,
    ask: ({ many }) => (many ? 'Tick all that apply. A wrong tick cancels a right one.' : 'Choose one.'),
    check: () => 'Check',
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
    ask: () => 'Put the steps in order.',
    check: () => 'Check',
    model: 'A right order',
  }),
  blanks: kind('blanks', {
    noun: 'Fill in',
    Fields: BlanksFields,
    ask: ({ blanks }) => (blanks.length === 1 ? 'Fill the blank.' : `Fill the ${blanks.length} blanks.`),
    check: () => 'Check',
    model: 'What belongs in the blanks',
  }),
  card: kind('card', { noun: 'Card', Fields: CardFields, turns: true }),
  recall: kind('recall', {
    noun: 'Recall',
    Fields: RecallFields,
    check: ({ state }) => (state.outcome ? 'Save the comparison' : 'Compare'),
  }),
  'what-if': kind('what-if', {
    noun: 'What if',
    Fields: WhatIfFields,
    check: () => 'Show the model answer',
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
