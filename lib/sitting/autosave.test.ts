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

describe('when a save is sent', () => {
  test.each([
    { why: 'nothing is sent before the first change', state: given(), due: null },
    { why: '1.5 s after the last change', state: given(typed('a', 0), typed('ab', 1_000)), due: 2_500 },
    {
      why: 'at the latest 5 s after the first',
      state: given(typed('a', 0), typed('ab', 1_400), typed('abc', 2_800), typed('abcd', 4_200)),
      due: 5_000,
    },
    { why: 'nothing is sent while a save is being sent', state: given(typed('a', 0), sending), due: null },
    {
      why: 'a change during a save waits for the reply',
      state: given(typed('a', 0), sending, typed('ab', 1_000)),
      due: null,
    },
    {
      why: 'that change is sent at most 5 s after the reply',
      state: given(typed('a', 0), sending, typed('ab', 8_000), saved(1), typed('abc', 13_900)),
      due: 14_000,
    },
    { why: 'a saved change is not sent again', state: given(typed('a', 0), sending, saved(1)), due: null },
    {
      why: 'equal fields are not a change',
      state: given(typed('a', 0), sending, saved(1), typed('a', 9)),
      due: null,
    },
    {
      why: 'retried two seconds after a failure',
      state: given(typed('a', 0), sending, failed(1, 2_000)),
      due: 4_000,
    },
    {
      why: 'retried four seconds after the second failure',
      state: given(typed('a', 0), sending, failed(1, 2_000), sending, failed(1, 5_000)),
      due: 9_000,
    },
    {
      why: 'the delay is at most a minute',
      state: given(typed('a', 0), ...Array.from({ length: 9 }, () => [sending, failed(1, 0)]).flat()),
      due: 60_000,
    },
    {
      why: 'retried at once when the connection is back',
      state: given(typed('a', 0), sending, failed(1, 2_000), { kind: 'online', at: 2_100 }),
      due: 2_100,
    },
    {
      why: 'sent again after a text that was too long has changed',
      state: given(typed('a', 0), sending, { kind: 'rejected', reason: 'too-long' }, typed('b', 5_000)),
      due: 5_000,
    },
    {
      why: 'never sent again after a final rejection',
      state: given(typed('a', 0), sending, { kind: 'rejected', reason: 'late' }, typed('ab', 1)),
      due: null,
    },
  ])('$why', ({ state, due }) => expect(sendAt(state)).toBe(due));
});

describe('when the page is left', () => {
  test.each([
    { why: 'an unsaved change is sent at once', state: given(typed('a', 0)), must: true },
    { why: 'a save that is being sent is not sent again', state: given(typed('a', 0), sending), must: false },
    {
      why: 'a change made since then is sent too',
      state: given(typed('a', 0), sending, typed('ab', 1)),
      must: true,
    },
    { why: 'a failed save is retried', state: given(typed('a', 0), sending, failed(1, 0)), must: true },
    {
      why: 'nothing is sent when everything is saved',
      state: given(typed('a', 0), sending, saved(1)),
      must: false,
    },
  ])('$why', ({ state, must }) => expect(needsSending(state)).toBe(must));
});

describe('the status shown', () => {
  test.each([
    { why: 'nothing before the first change', state: given(), status: 'unchanged' },
    { why: 'a draft loaded with the page counts as saved', state: initialAutosave(3), status: 'saved' },
    { why: 'saving as soon as something changes', state: given(typed('a', 0)), status: 'saving' },
    { why: 'saved once it is acknowledged', state: given(typed('a', 0), sending, saved(1)), status: 'saved' },
    {
      why: 'the reply to an older save does not confirm the newest change',
      state: given(typed('a', 0), sending, typed('ab', 1), saved(1)),
      status: 'saving',
    },
    {
      why: 'a failure stays visible during the retry',
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

test('replies that arrive out of order leave the newest revision', () => {
  const state = given(typed('a', 0), sending, typed('ab', 1), sending, saved(2, 2), saved(1, 1));
  expect(state).toMatchObject({ saved: 2, base: 2, sending: null });
});
