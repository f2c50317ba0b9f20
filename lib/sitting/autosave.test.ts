import { describe, expect, test } from 'vitest';
import {
  type Autosave,
  afterEvent,
  initialAutosave,
  needsSending,
  type SaveEvent,
  saveStatus,
  sendAt,
} from './autosave.ts';

const typed = (text: string, at: number): SaveEvent => ({ kind: 'changed', fields: { text: [text] }, at });
const sending: SaveEvent = { kind: 'sending' };
const saved = (turn: number, revision = turn): SaveEvent => ({ kind: 'saved', turn, revision, at: 9_000 });
const failed = (turn: number, at: number): SaveEvent => ({ kind: 'failed', turn, failure: 'offline', at });

const given = (...events: SaveEvent[]): Autosave => events.reduce(afterEvent, initialAutosave(0));

describe('when it is sent', () => {
  test.each([
    { why: 'nothing typed, nothing to send', state: given(), due: null },
    { why: '1.5 s after the last change', state: given(typed('a', 0), typed('ab', 1_000)), due: 2_500 },
    {
      why: 'at the latest 5 s after the first',
      state: given(typed('a', 0), typed('ab', 1_400), typed('abc', 2_800), typed('abcd', 4_200)),
      due: 5_000,
    },
    { why: 'not while it is on its way', state: given(typed('a', 0), sending), due: null },
    {
      why: 'what was typed meanwhile waits for the answer',
      state: given(typed('a', 0), sending, typed('ab', 1_000)),
      due: null,
    },
    {
      why: 'and goes 5 s after that answer at the latest',
      state: given(typed('a', 0), sending, typed('ab', 8_000), saved(1), typed('abc', 13_900)),
      due: 14_000,
    },
    { why: 'not twice', state: given(typed('a', 0), sending, saved(1)), due: null },
    {
      why: 'the same fields again are no change',
      state: given(typed('a', 0), sending, saved(1), typed('a', 9)),
      due: null,
    },
    {
      why: 'two seconds after a failure',
      state: given(typed('a', 0), sending, failed(1, 2_000)),
      due: 4_000,
    },
    {
      why: 'four after the second',
      state: given(typed('a', 0), sending, failed(1, 2_000), sending, failed(1, 5_000)),
      due: 9_000,
    },
    {
      why: 'never more than a minute',
      state: given(typed('a', 0), ...Array.from({ length: 9 }, () => [sending, failed(1, 0)]).flat()),
      due: 60_000,
    },
    {
      why: 'at once when the connection is back',
      state: given(typed('a', 0), sending, failed(1, 2_000), { kind: 'online', at: 2_100 }),
      due: 2_100,
    },
    {
      why: 'again once it was shortened',
      state: given(typed('a', 0), sending, { kind: 'rejected', reason: 'too-long' }, typed('b', 5_000)),
      due: 5_000,
    },
    {
      why: 'never again when the server takes no more',
      state: given(typed('a', 0), sending, { kind: 'rejected', reason: 'late' }, typed('ab', 1)),
      due: null,
    },
  ])('$why', ({ state, due }) => expect(sendAt(state)).toBe(due));
});

describe('when the page is left', () => {
  test.each([
    { why: 'what is unsaved is sent at once', state: given(typed('a', 0)), must: true },
    { why: 'what is on its way is not sent again', state: given(typed('a', 0), sending), must: false },
    {
      why: 'what was typed since goes after it',
      state: given(typed('a', 0), sending, typed('ab', 1)),
      must: true,
    },
    { why: 'what failed is tried', state: given(typed('a', 0), sending, failed(1, 0)), must: true },
    { why: 'nothing is sent when all is saved', state: given(typed('a', 0), sending, saved(1)), must: false },
  ])('$why', ({ state, must }) => expect(needsSending(state)).toBe(must));
});

describe('what is shown', () => {
  test.each([
    { why: 'nothing before the first change', state: given(), status: 'unchanged' },
    { why: 'a draft that came with the page is saved', state: initialAutosave(3), status: 'saved' },
    { why: 'not saved as soon as something changes', state: given(typed('a', 0)), status: 'saving' },
    { why: 'saved once it is acknowledged', state: given(typed('a', 0), sending, saved(1)), status: 'saved' },
    {
      why: 'an older save that arrives says nothing of the newest',
      state: given(typed('a', 0), sending, typed('ab', 1), saved(1)),
      status: 'saving',
    },
    {
      why: 'a failure is shown while it is tried again',
      state: given(typed('a', 0), sending, failed(1, 0), sending),
      status: 'offline',
    },
    {
      why: 'a late failure of an older save is not shown',
      state: given(typed('a', 0), sending, typed('ab', 1), sending, failed(1, 0), saved(2)),
      status: 'saved',
    },
    {
      why: 'a rejection is shown by its reason',
      state: given(typed('a', 0), sending, { kind: 'rejected', reason: 'settled' }),
      status: 'settled',
    },
  ])('$why', ({ state, status }) => expect(saveStatus(state)).toBe(status));
});

test('answers that overtake each other leave the newest revision', () => {
  const state = given(typed('a', 0), sending, typed('ab', 1), sending, saved(2, 2), saved(1, 1));
  expect(state).toMatchObject({ saved: 2, base: 2, sending: null });
});
