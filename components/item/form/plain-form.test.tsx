import { expect, test } from 'vitest';
import { type Hand, posted, renderForm } from '#components/item/testing/plain-form.tsx';
import { type Answer, type ItemView, itemType } from '#lib/item/registry.ts';
import type { ItemState, ServedItem } from '#lib/sitting/served-item.ts';

interface Case {
  readonly why: string;
  readonly item: ItemView & { readonly state?: Partial<ItemState> };
  readonly hand: Hand;
  readonly answer: Answer;
}

const options = ['a', 'b', 'c'].map((id) => ({ id, label: [`option ${id}`] }));
const partners = ['x', 'y'].map((id) => ({ id, label: [`partner ${id}`] }));
const outcome = { score: 0, correct: false, parts: {}, notes: {} };
const checklist = ['x', 'y'].map((id) => ({ id, label: [id], found: id === 'x' }));

const cases: Case[] = [
  {
    why: 'choice: one option',
    item: { type: 'choice', view: { many: false, scoring: 'cancel', options } },
    hand: { tick: ['b'] },
    answer: { options: ['b'] },
  },
  {
    why: 'choice: all that apply, beside what was ticked before',
    item: {
      type: 'choice',
      view: { many: true, scoring: 'cancel', options },
      state: { answer: { options: ['a'] } },
    },
    hand: { tick: ['c'] },
    answer: { options: ['a', 'c'] },
  },
  {
    why: 'output: an option',
    item: { type: 'output', view: { options } },
    hand: { tick: ['a'] },
    answer: { options: ['a'], text: '' },
  },
  {
    why: 'output: typed',
    item: { type: 'output', view: { options: null } },
    hand: { type: { text: '[4, 2]\n' } },
    answer: { options: [], text: '[4, 2]\n' },
  },
  {
    why: 'order: by numbers',
    item: { type: 'order', view: { several: false, blocks: options } },
    hand: { type: { 'position.a': '3', 'position.b': '1', 'position.c': '2' } },
    answer: { order: ['b', 'c', 'a'] },
  },
  {
    why: 'order: as it stood when last checked',
    item: {
      type: 'order',
      view: { several: false, blocks: options },
      state: { answer: { order: ['c', 'a', 'b'] } },
    },
    hand: {},
    answer: { order: ['c', 'a', 'b'] },
  },
  {
    why: 'blanks: from lists',
    item: {
      type: 'blanks',
      view: {
        code: [['pre', null, 'random.', ['Blank', { id: 'b1' }], '(', ['Blank', { id: 'b2' }], ')']],
        blanks: ['b1', 'b2'],
        bank: ['seed', '42', 'choice'],
        once: false,
        ignore: [],
      },
    },
    hand: { type: { 'blank.b1': 'seed', 'blank.b2': '42' } },
    answer: { blanks: { b1: 'seed', b2: '42' } },
  },
  {
    why: 'blanks: typed, beside what was typed before',
    item: {
      type: 'blanks',
      view: {
        code: [['pre', null, 'random.', ['Blank', { id: 'b1' }], '(', ['Blank', { id: 'b2' }], ')']],
        blanks: ['b1', 'b2'],
        bank: null,
        once: false,
        ignore: [],
      },
      state: { answer: { blanks: { b1: 'seed', b2: '41' } } },
    },
    hand: { type: { 'blank.b2': ' 42 ' } },
    answer: { blanks: { b1: 'seed', b2: '42' } },
  },
  {
    why: 'number: typed',
    item: { type: 'number', view: { unit: 'GB', asksUnit: false } },
    hand: { type: { number: ' 3.5 ' } },
    answer: { number: '3.5' },
  },
  {
    why: 'text: as it stood when last checked',
    item: {
      type: 'text',
      view: { form: 'one word', length: null, ignore: ['case'] },
      state: { answer: { text: 'seed' } },
    },
    hand: {},
    answer: { text: 'seed' },
  },
  {
    why: 'match: from lists',
    item: {
      type: 'match',
      view: { scoring: 'cancel', heads: ['one', 'other'], left: options, right: partners },
      state: { answer: { pairs: { c: 'y' } } },
    },
    hand: { type: { 'pair.a': 'x', 'pair.b': 'x', 'pair.c': 'y' } },
    answer: { pairs: { a: 'x', b: 'x', c: 'y' } },
  },
  {
    why: 'card: turned and rated',
    item: { type: 'card', view: {}, state: { hints: [['the other side']] } },
    hand: { press: 'good' },
    answer: { rating: 'good' },
  },
  {
    why: 'recall: written',
    item: { type: 'recall', view: { concepts: 2 } },
    hand: { type: { text: 'the seed' } },
    answer: { text: 'the seed', ticks: null },
  },
  {
    why: 'recall: compared, what was written comes along',
    item: {
      type: 'recall',
      view: { concepts: 2 },
      state: { used: 1, answer: { text: 'the seed', ticks: null }, outcome: { ...outcome, checklist } },
    },
    hand: { tick: ['y'] },
    answer: { text: 'the seed', ticks: ['x', 'y'] },
  },
  {
    why: 'what-if: written',
    item: { type: 'what-if', view: {} },
    hand: { type: { text: 'It doubles.' } },
    answer: { text: 'It doubles.' },
  },
  {
    why: 'code-step: edited, line ends as browsers send them',
    item: { type: 'code-step', view: { language: 'python', starter: 'import random\n', checks: ['seeded'] } },
    hand: { type: { code: 'import random\r\nrandom.seed(42)\r\n' } },
    answer: { code: 'import random\nrandom.seed(42)\n' },
  },
  {
    why: 'code-step: the starter as it is',
    item: { type: 'code-step', view: { language: 'python', starter: '\nprint(1)', checks: ['seeded'] } },
    hand: {},
    answer: { code: '\nprint(1)' },
  },
  {
    why: 'what was ticked and not yet checked, beside an earlier answer',
    item: {
      type: 'choice',
      view: { many: true, scoring: 'cancel', options },
      state: { answer: { options: ['a'] }, draft: { options: ['b', 'c'] } },
    },
    hand: {},
    answer: { options: ['b', 'c'] },
  },
  {
    why: 'an order that was not yet checked',
    item: {
      type: 'order',
      view: { several: false, blocks: options },
      state: { answer: { order: ['a', 'b', 'c'] }, draft: { order: ['c', 'b', 'a'] } },
    },
    hand: {},
    answer: { order: ['c', 'b', 'a'] },
  },
  {
    why: 'gaps of which one was filled and not yet checked',
    item: {
      type: 'blanks',
      view: {
        code: [['pre', null, ['Blank', { id: 'b1' }], '(', ['Blank', { id: 'b2' }], ')']],
        blanks: ['b1', 'b2'],
        bank: ['seed', '42'],
        once: false,
        ignore: [],
      },
      state: { draft: { blanks: { b1: 'seed', b2: '' } } },
    },
    hand: { type: { 'blank.b1': 'seed', 'blank.b2': '42' } },
    answer: { blanks: { b1: 'seed', b2: '42' } },
  },
  ...(['output', 'what-if', 'recall', 'code-step'] as const).map(typedBefore),
  {
    why: 'a comparison that was not yet saved',
    item: {
      type: 'recall',
      view: { concepts: 2 },
      state: {
        used: 1,
        answer: { text: 'the seed', ticks: null },
        draft: { text: 'the seed', ticks: ['y'] },
        outcome: { ...outcome, checklist },
      },
    },
    hand: {},
    answer: { text: 'the seed', ticks: ['y'] },
  },
];

/** Text that was typed and not yet checked stands in its box. */
function typedBefore(type: 'output' | 'what-if' | 'recall' | 'code-step'): Case {
  const why = `${type}: what was typed and not yet checked`;
  const text = 'half a thought';
  const typed = { hand: {}, why };
  if (type === 'output') {
    const draft = { options: [], text };
    return { ...typed, item: { type, view: { options: null }, state: { draft } }, answer: draft };
  }
  if (type === 'recall') {
    const draft = { text, ticks: null };
    return { ...typed, item: { type, view: { concepts: 2 }, state: { draft } }, answer: draft };
  }
  if (type === 'what-if')
    return { ...typed, item: { type, view: {}, state: { draft: { text } } }, answer: { text } };
  const view = { language: 'python', starter: 'pass', checks: [] } as const;
  return { ...typed, item: { type, view, state: { draft: { code: text } } }, answer: { code: text } };
}

test.each(cases)('$why', async ({ item, hand, answer }) => {
  const fields = posted(await rendered(item), hand);
  expect(itemType(item.type).formSchema.parse(fields)).toEqual(answer);
});

test('every form says which answer to which item of which sitting it is', async () => {
  const fields = posted(
    await rendered({ type: 'choice', view: { many: false, scoring: 'cancel', options } }),
    { tick: ['a'] },
  );
  expect(fields).toEqual({
    lesson: ['lesson-1'],
    activity: ['practice'],
    sitting: ['2'],
    item: ['item-1'],
    version: ['v1'],
    key: ['key-1'],
    option: ['a'],
  });
});

test('a settled item and a visitor have nothing to send', async () => {
  const choice = { type: 'choice', view: { many: false, scoring: 'cancel', options } } as const;
  const settled = await rendered({ ...choice, state: { settled: true } });
  expect(settled).not.toContain('type="submit"');
  expect(posted(settled, {})).toEqual({});
  expect(await rendered(choice, false)).not.toContain('<form');
});

const state: ItemState = {
  used: 0,
  idempotencyKey: 'key-1',
  left: 3,
  settled: false,
  solved: false,
  timeOver: false,
  answer: null,
  draft: null,
  draftRevision: 0,
  otherDrafts: [],
  outcome: null,
  hints: [],
  hintsLeft: 0,
  hintPrice: 1,
  pays: [4, 2, 1],
  solution: null,
  passage: null,
  points: 0,
  deadline: null,
};

async function rendered({ state: own, ...view }: Case['item'], signedIn = true): Promise<string> {
  const item: ServedItem = {
    ...view,
    id: 'item-1',
    version: 'v1',
    level: 'easy',
    prompt: ['A question'],
    worth: 4,
    state: { ...state, ...own },
  };
  return renderForm(item, signedIn);
}
