import { describe, expect, test } from 'vitest';
import { afterChoice, afterSave, type Draft, type Save, sameFields } from './draft.ts';

const at = (seconds: number): Date => new Date(Date.parse('2026-11-22T09:00:00Z') + seconds * 1000);

/** Saves in the order they arrive, one second apart; `text` is what the page holds. */
interface Sent extends Partial<Pick<Save, 'device' | 'turn' | 'base' | 'valid'>> {
  readonly text: string;
}

function saved(...sent: Sent[]): Draft {
  const draft = sent.reduce<Draft | undefined>(
    (before, { text, ...rest }, index) =>
      afterSave(before, {
        fields: { text: [text] },
        device: 'desk',
        turn: index + 1,
        base: index,
        savedAt: at(index),
        valid: true,
        ...rest,
      }),
    undefined,
  );
  if (!draft) throw new Error('Nothing was saved');
  return draft;
}

const canBeGraded = (): boolean => true;
const textOf = ({ fields }: { fields: Draft['fields'] }): string | undefined => fields.text?.[0];
const besides = ({ others }: Draft): (string | undefined)[] => others.map(textOf);

describe('one page', () => {
  test('the newest save is the draft, and each change raises the revision', () => {
    const draft = saved({ text: 'a' }, { text: 'ab' });
    expect(draft).toMatchObject({ fields: { text: ['ab'] }, revision: 2, savedAt: at(1), others: [] });
  });

  test('the same text again changes nothing that another page would notice', () => {
    expect(saved({ text: 'a' }, { text: 'a' }).revision).toBe(1);
  });

  test('a save that arrives a second time, or after a later one, is not stored again', () => {
    const draft = saved({ text: 'late', turn: 2 }, { text: 'early', turn: 1 });
    expect(textOf(draft)).toBe('late');
  });

  test('a save that cannot be graded leaves the last valid one as it was', () => {
    const draft = saved({ text: 'fine' }, { text: '', valid: false });
    expect(draft).toMatchObject({ fields: { text: [''] }, validFields: { text: ['fine'] }, validAt: at(0) });
  });

  test('two saves on their way at once are no conflict', () => {
    expect(besides(saved({ text: 'a', base: 0 }, { text: 'ab', base: 0 }))).toEqual([]);
  });
});

describe('two pages', () => {
  const apart: Sent[] = [{ text: 'on the desk' }, { text: 'on the phone', device: 'phone', base: 0 }];

  test('one that knows the draft goes on with it', () => {
    expect(besides(saved({ text: 'a' }, { text: 'ab', device: 'phone', base: 1 }))).toEqual([]);
  });

  test('one that does not know it puts it aside', () => {
    const draft = saved(...apart);
    expect([textOf(draft), besides(draft)]).toEqual(['on the phone', ['on the desk']]);
  });

  test('the same answer from both is no conflict', () => {
    expect(besides(saved({ text: 'a' }, { text: 'a', device: 'phone', base: 0 }))).toEqual([]);
  });

  test('the page whose save was put aside goes on from it: only the other one is kept', () => {
    const draft = saved(...apart, { text: 'on the desk, longer', turn: 3, base: 1 });
    expect([textOf(draft), besides(draft)]).toEqual(['on the desk, longer', ['on the phone']]);
  });

  test('a third page loses nothing either', () => {
    const draft = saved(...apart, { text: 'on the wall', device: 'wall', base: 0 });
    expect(besides(draft)).toEqual(['on the phone', 'on the desk']);
  });

  test('an old save that is repeated after the other page went on is not put on top', () => {
    const draft = saved({ text: 'a' }, { text: 'ab', device: 'phone', turn: 1 }, { text: 'a', turn: 1 });
    expect([textOf(draft), besides(draft)]).toEqual(['ab', []]);
  });
});

describe('choosing the other one', () => {
  const choose = (draft: Draft): Draft =>
    afterChoice(draft, draft.others[0]?.id ?? '', { device: 'phone', savedAt: at(9), canBeGraded });
  const draft = saved({ text: 'desk' }, { text: 'phone', device: 'phone', base: 0 });

  test('both change places, and back again', () => {
    const swapped = choose(draft);
    expect([textOf(swapped), besides(swapped)]).toEqual(['desk', ['phone']]);
    const back = choose(swapped);
    expect([textOf(back), besides(back)]).toEqual(['phone', ['desk']]);
  });

  test('what was put aside on purpose outlives the next saves of both pages', () => {
    const swapped = choose(draft);
    const next = { fields: { text: ['desk!'] }, turn: 9, savedAt: at(10), valid: true };
    const longer = afterSave(swapped, { ...next, device: 'phone', base: swapped.revision });
    expect(besides(longer)).toEqual(['phone']);
    const clash = afterSave(longer, { ...next, fields: { text: ['wall'] }, device: 'wall', base: 0 });
    expect(besides(clash)).toEqual(['desk!', 'phone']);
  });

  test('an id that is not there changes nothing', () => {
    expect(afterChoice(draft, 'gone', { device: 'phone', savedAt: at(9), canBeGraded })).toBe(draft);
  });
});

interface Pair {
  readonly a: Draft['fields'];
  readonly b: Draft['fields'];
  readonly same: boolean;
  readonly why: string;
}

test.each<Pair>([
  { a: { x: ['1'], y: ['2'] }, b: { y: ['2'], x: ['1'] }, same: true, why: 'names in another order' },
  { a: { order: ['1', '2'] }, b: { order: ['2', '1'] }, same: false, why: 'values in another order' },
  { a: { x: ['1'] }, b: { y: ['1'] }, same: false, why: 'another name' },
  { a: { x: [] }, b: { toString: [] }, same: false, why: 'a name that every object inherits' },
  { a: {}, b: { x: ['1'] }, same: false, why: 'a name more' },
])('$why: same is $same', ({ a, b, same }) => expect(sameFields(a, b)).toBe(same));
