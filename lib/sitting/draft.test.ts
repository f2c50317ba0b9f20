import { describe, expect, test } from 'vitest';
import { afterChoice, afterSave, type Draft, type Save, sameFields } from './draft.ts';

const at = (seconds: number): Date => new Date(Date.parse('2026-11-22T09:00:00Z') + seconds * 1000);

/** Saves in the order of arrival, one second apart; `text` is the content of the form. */
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

  test('an equal text leaves the revision unchanged', () => {
    expect(saved({ text: 'a' }, { text: 'a' }).revision).toBe(1);
  });

  test('a repeated or outdated save is ignored', () => {
    const draft = saved({ text: 'late', turn: 2 }, { text: 'early', turn: 1 });
    expect(textOf(draft)).toBe('late');
  });

  test('a save that cannot be graded leaves the last valid one unchanged', () => {
    const draft = saved({ text: 'fine' }, { text: '', valid: false });
    expect(draft).toMatchObject({ fields: { text: [''] }, validFields: { text: ['fine'] }, validAt: at(0) });
  });

  test('two concurrent saves of one page are not a conflict', () => {
    expect(besides(saved({ text: 'a', base: 0 }, { text: 'ab', base: 0 }))).toEqual([]);
  });
});

describe('two pages', () => {
  const apart: Sent[] = [{ text: 'on the desk' }, { text: 'on the phone', device: 'phone', base: 0 }];

  test('a page that has loaded the draft replaces it', () => {
    expect(besides(saved({ text: 'a' }, { text: 'ab', device: 'phone', base: 1 }))).toEqual([]);
  });

  test('a page that has not loaded the draft turns it into a conflicting save', () => {
    const draft = saved(...apart);
    expect([textOf(draft), besides(draft)]).toEqual(['on the phone', ['on the desk']]);
  });

  test('equal answers from both pages are not a conflict', () => {
    expect(besides(saved({ text: 'a' }, { text: 'a', device: 'phone', base: 0 }))).toEqual([]);
  });

  test('a newer save of a page replaces its own conflicting save', () => {
    const draft = saved(...apart, { text: 'on the desk, longer', turn: 3, base: 1 });
    expect([textOf(draft), besides(draft)]).toEqual(['on the desk, longer', ['on the phone']]);
  });

  test('a third page adds a conflicting save', () => {
    const draft = saved(...apart, { text: 'on the wall', device: 'wall', base: 0 });
    expect(besides(draft)).toEqual(['on the phone', 'on the desk']);
  });

  test('a repeated old save does not replace a newer draft', () => {
    const draft = saved({ text: 'a' }, { text: 'ab', device: 'phone', turn: 1 }, { text: 'a', turn: 1 });
    expect([textOf(draft), besides(draft)]).toEqual(['ab', []]);
  });
});

describe('choosing a conflicting save', () => {
  const choose = (draft: Draft): Draft =>
    afterChoice(draft, draft.others[0]?.id ?? '', { device: 'phone', savedAt: at(9), canBeGraded });
  const draft = saved({ text: 'desk' }, { text: 'phone', device: 'phone', base: 0 });

  test('swaps it with the draft, and back', () => {
    const swapped = choose(draft);
    expect([textOf(swapped), besides(swapped)]).toEqual(['desk', ['phone']]);
    const back = choose(swapped);
    expect([textOf(back), besides(back)]).toEqual(['phone', ['desk']]);
  });

  test('keeps the replaced draft through later saves of both pages', () => {
    const swapped = choose(draft);
    const next = { fields: { text: ['desk!'] }, turn: 9, savedAt: at(10), valid: true };
    const longer = afterSave(swapped, { ...next, device: 'phone', base: swapped.revision });
    expect(besides(longer)).toEqual(['phone']);
    const clash = afterSave(longer, { ...next, fields: { text: ['wall'] }, device: 'wall', base: 0 });
    expect(besides(clash)).toEqual(['desk!', 'phone']);
  });

  test('ignores an unknown id', () => {
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
  { a: { x: ['1'], y: ['2'] }, b: { y: ['2'], x: ['1'] }, same: true, why: 'names in a different order' },
  { a: { order: ['1', '2'] }, b: { order: ['2', '1'] }, same: false, why: 'values in a different order' },
  { a: { x: ['1'] }, b: { y: ['1'] }, same: false, why: 'a different name' },
  { a: { x: [] }, b: { toString: [] }, same: false, why: 'a name that every object inherits' },
  { a: {}, b: { x: ['1'] }, same: false, why: 'an additional name' },
])('$why: same is $same', ({ a, b, same }) => expect(sameFields(a, b)).toBe(same));
