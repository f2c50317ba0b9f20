import { expect, test, vi } from 'vitest';
import { bombs } from '#lib/lesson/testing/attack-vectors.ts';
import { authoringWorld } from '#tests/authoring-world.ts';
import { addAuthor, edit, fixture } from '#tests/authors.ts';
import { testDatabase } from '#tests/world.ts';
import { checkDraft } from './check-draft.ts';
import { listRevisions } from './list-revisions.ts';
import { publishDraft } from './publish-draft.ts';

vi.setConfig({ testTimeout: 240_000 });
const world = authoringWorld(await testDatabase());
const bomb = (name: string): string => {
  const text = bombs[name]?.(1);
  if (text === undefined) throw new Error(`There is no bomb ${name}`);
  return text;
};

test.each([
  ['backticks', bomb('backticks of every length in a megabyte'), /^(limit|too-slow)$/],
  ['diagrams', bomb('diagrams by the hundred'), /^(limit|too-slow)$/],
  ['a script', '\n<script>alert(1)</script>\n', /./],
  ['code of a page', '\nimport fs from "node:fs";\n\n{process.exit()}\n', /./],
])('%s: the file is named, nothing is published, and the next check works', async (what, text, rule) => {
  const author = await addAuthor(world, what.replace(/\W/g, '-'));
  const saves = await edit(world, author, 'why.mdx', () => text);
  const refused = { file: 'why.mdx', severity: 'error', rule: expect.stringMatching(rule) };
  expect(await checkDraft(world, author, { ...fixture, runs: false })).toMatchObject({
    ok: true,
    value: { findings: expect.arrayContaining([expect.objectContaining(refused)]), proofs: null },
  });
  expect(await publishDraft(world, author, { ...fixture, saves, reason: 'Boom' })).toMatchObject({
    value: { kind: 'faulty' },
  });
  expect(await listRevisions(world, author, fixture)).toEqual({ ok: true, value: [] });
  await edit(world, author, 'why.mdx', () => 'Because.');
  const { value } = { value: undefined, ...(await checkDraft(world, author, { ...fixture, runs: false })) };
  expect(value?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('an author has one check at a time, and another author is not refused', async () => {
  const [ada, ben] = [await addAuthor(world, 'ada'), await addAuthor(world, 'ben')];
  for (const author of [ada, ben]) await edit(world, author, 'why.mdx', () => `Because of ${author.id}.`);
  const check = (author: typeof ada) => checkDraft(world, author, { ...fixture, runs: false });
  const results = await Promise.all([check(ada), check(ada), check(ben)]);
  const [first, second, other] = results.map((result) => (result.ok ? 'checked' : result.reason));
  expect([first, second].toSorted()).toEqual(['busy', 'checked']);
  expect(other).toBe('checked');
});
