import { expect, test } from 'vitest';
import { explained, graded, incomplete, posted, readItem } from '#lib/item/testing/read-item.ts';
import { examples } from './examples.ts';

const pinned = readItem(examples.match);
const brackets = readItem(examples.oneToOne);

const fields = (pairs: Record<string, string>) =>
  Object.fromEntries(Object.entries(pairs).map(([from, to]) => [`pair.${from}`, [to]]));
const right = { packages: 'lock-file', draws: 'seed', image: 'digest', base: 'digest' };

test('a table gives both sides, the pairs and a partner that belongs to none', () => {
  expect(pinned.item.body).toMatchObject({
    heads: ['pinned', 'by'],
    left: [{ id: 'base' }, { id: 'draws' }, { id: 'image' }, { id: 'packages' }],
    right: [{ id: 'digest' }, { id: 'lock-file' }, { id: 'seed' }, { id: 'tag' }],
  });
  expect(pinned.secret.key).toMatchObject({ pairs: right });
});

test('entries without ids are not taken for one: only the ids are missing', () => {
  const row = '| a | 1 |\n| b | 2 |\n| c | 1 |';
  const text = `<Match id="aim-ids">\n\nWhich?\n\n| from | to |\n|---|---|\n${row}\n\n</Match>\n`;
  expect(() => readItem(text)).toThrow(/^(?:part-id-missing: [^\n]+\n?){6}$/);
});

test.each([
  { slips: {}, score: 1, correct: true, why: 'all four pairs' },
  {
    slips: { draws: 'tag' },
    score: 0.5,
    correct: false,
    why: 'three right, one wrong: two of four are left',
  },
  { slips: { draws: 'tag', base: 'seed' }, score: 0, correct: false, why: 'two wrong cancel two right' },
  {
    slips: { packages: 'digest', draws: 'digest' },
    score: 0,
    correct: false,
    why: 'the same partner everywhere earns nothing',
  },
])('each wrong pair cancels a right one: $why', ({ slips, score, correct }) =>
  expect(graded(pinned, fields({ ...right, ...slips }))).toEqual({ score, correct }),
);

test('with exact scoring one wrong pair leaves nothing', () => {
  const all = { round: 'round-end', square: 'square-end', angle: 'angle-end' };
  expect(graded(brackets, fields(all))).toEqual({ score: 1, correct: true });
  expect(graded(brackets, fields({ ...all, angle: 'round-end' }))).toEqual({ score: 0, correct: false });
});

test.each([
  { pairs: {}, says: '4 entries have no partner yet.' },
  { pairs: { ...right, draws: '' }, says: 'One entry has no partner yet.' },
  { pairs: { ...right, draws: 'packages' }, says: 'One entry has no partner yet.' },
  { pairs: right, says: null },
])('complete: $says', ({ pairs, says }) => expect(incomplete(pinned, fields(pairs))).toBe(says));

test('a wrong partner that belongs to none is explained at once, a pair only when it is right or at the end', () => {
  const notes = (pairs: Record<string, string>, full: boolean) =>
    JSON.stringify(explained(pinned, fields({ ...right, ...pairs }), full).notes);
  expect(notes({ packages: 'tag' }, false)).toContain('canaryTag');
  expect(notes({ packages: 'tag' }, false)).not.toContain('canaryPackages');
  expect(notes({}, false)).toContain('canaryPackages');
  expect(notes({ packages: 'seed' }, false)).toBe('{}');
  expect(notes({ packages: 'seed' }, true)).toContain('canaryPackages');
});

test('the pairs are shown at the end, and only if needed', () => {
  const wrong = fields({ ...right, draws: 'tag' });
  expect(explained(pinned, wrong, false)).not.toHaveProperty('model');
  expect(JSON.stringify(explained(pinned, wrong, true).model)).toContain('"draws"," → ","a seed"');
  expect(explained(pinned, fields(right), true)).not.toHaveProperty('model');
});

test('both sides are hidden behind other names, in an order of their own', () => {
  expect(pinned.type.aliasedIds?.(pinned.item.body).toSorted()).toEqual(
    ['base', 'digest', 'draws', 'image', 'lock-file', 'packages', 'seed', 'tag'].toSorted(),
  );
});

test('the other fields of a form may be longer than an id', () => {
  const attempt = `mlops/a-lesson-with-a-long-name/challenge/1/${'a-long-name-'.repeat(9)}/1`;
  expect(pinned.type.formSchema.safeParse({ ...fields(right), key: [attempt] }).data).toEqual({
    pairs: right,
  });
});

test('fields of other names and names of objects are no pairs', () => {
  expect(posted(pinned, { lesson: ['x'], 'pair.draws': ['seed'] })).toEqual({ pairs: { draws: 'seed' } });
  const odd = JSON.parse('{"pair.__proto__": ["seed"]}');
  expect(pinned.type.renameIds(posted(pinned, odd), (id) => (id === 'seed' ? id : undefined))).toBeNull();
});
