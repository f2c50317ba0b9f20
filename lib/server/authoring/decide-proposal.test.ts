import { expect, test, vi } from 'vitest';
import { authoringWorld } from '#tests/authoring-world.ts';
import { addAuthor, edit, fixture } from '#tests/authors.ts';
import { testDatabase } from '#tests/world.ts';
import { decideProposal } from './decide-proposal.ts';
import { compareProposal, listProposals } from './list-proposals.ts';
import { listRevisions } from './list-revisions.ts';
import { openDraft } from './open-draft.ts';
import { proposeDraft } from './propose-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { rebaseDraft } from './rebase-draft.ts';

vi.setConfig({ testTimeout: 240_000 });
const world = authoringWorld(await testDatabase());

const reworded = (words: string) => (text: string) => text.replace('At the beginning.', words);

async function proposed(user: Parameters<typeof proposeDraft>[1], saves: number): Promise<string> {
  const result = await proposeDraft(world, user, { ...fixture, saves, reason: 'A better beginning' });
  if (!result.ok || result.value.kind !== 'proposed') throw new Error('It was not proposed');
  return result.value.id;
}

test('an author without the track proposes, an author of it publishes, and both are in the history', async () => {
  const owner = await addAuthor(world, 'owner');
  const other = await addAuthor(world, 'other', { owns: false });
  const saves = await edit(world, other, 'lesson.mdx', reworded('At a first beginning.'));
  expect(await publishDraft(world, other, { ...fixture, saves, reason: 'Mine' })).toEqual({
    ok: false,
    reason: 'not-yours',
  });
  const first = await proposed(other, saves);
  // Proposed again, it is one proposal with the newer text.
  const again = await edit(world, other, 'lesson.mdx', (text) => text.replace('a first', 'a better'));
  expect(await proposed(other, again)).toBe(first);
  const accept = { proposal: first, decision: 'accepted', note: 'Thank you' } as const;
  expect(await decideProposal(world, other, accept)).toEqual({ ok: false, reason: 'not-yours' });
  expect(await listProposals(world, owner)).toMatchObject({
    value: [{ id: first, authorName: 'other', mayDecide: true, isOwn: false, decision: null }],
  });
  expect(await compareProposal(world, owner, { proposal: first })).toMatchObject({
    value: [{ name: 'lesson.mdx', kind: 'changed' }],
  });
  expect(await decideProposal(world, owner, accept)).toMatchObject({
    value: { kind: 'published', number: 1 },
  });
  expect(await decideProposal(world, owner, accept)).toEqual({ ok: false, reason: 'decided' });
  expect(await listRevisions(world, owner, fixture)).toMatchObject({
    value: [{ authorName: 'other', approverName: 'owner', reason: 'A better beginning' }],
  });
  expect(await openDraft(world, other, fixture)).toMatchObject({ value: { saves: 0, baseNumber: 1 } });
  expect(await listProposals(world, other)).toMatchObject({
    value: [{ decision: 'accepted', note: 'Thank you', isOwn: true, mayDecide: false }],
  });
});

test('whoever began before somebody else has published sees both texts first, and loses none of theirs', async () => {
  const [ada, ben] = [await addAuthor(world, 'ada'), await addAuthor(world, 'ben')];
  const early = await edit(world, ada, 'try.mdx', (text) => text.replace('Is try-1 so?', 'Is it so?'));
  const saves = await edit(world, ben, 'lesson.mdx', (text) => text.replace('a better', 'the best'));
  expect(await publishDraft(world, ben, { ...fixture, saves, reason: 'Best' })).toMatchObject({
    value: { kind: 'published', number: 2 },
  });
  const publish = (count: number) => publishDraft(world, ada, { ...fixture, saves: count, reason: 'Words' });
  expect(await publish(early)).toEqual({ ok: false, reason: 'behind' });
  const opened = await openDraft(world, ada, fixture);
  expect(opened).toMatchObject({ value: { newer: { number: 2 } } });
  const rebased = await rebaseDraft(world, ada, { ...fixture, saves: early, number: 2 });
  expect(rebased).toMatchObject({ ok: true, value: { newer: null, baseNumber: 2, saves: early + 1 } });
  if (!rebased.ok) throw new Error('It was refused');
  expect(rebased.value.files['lesson.mdx']).toContain('the best');
  expect(rebased.value.files['try.mdx']).toContain('Is it so?');
  expect(await publish(early + 1)).toMatchObject({ value: { kind: 'published', number: 3 } });
});

test('a proposal is declined with a note, or withdrawn by its author alone', async () => {
  const owner = await addAuthor(world, 'second-owner');
  const other = await addAuthor(world, 'second-other', { owns: false });
  const saves = await edit(world, other, 'lesson.mdx', (text) => `${text}\n`);
  const id = await proposed(other, saves);
  const decide = (user: typeof owner, proposal: string, decision: 'declined' | 'withdrawn') =>
    decideProposal(world, user, { proposal, decision, note: 'Not now' });
  expect(await decide(owner, id, 'withdrawn')).toEqual({ ok: false, reason: 'not-yours' });
  expect(await decide(owner, id, 'declined')).toEqual({ ok: true, value: { kind: 'declined' } });
  expect(await decide(other, id, 'withdrawn')).toEqual({ ok: false, reason: 'decided' });
  const next = await proposed(other, saves);
  expect(next).not.toBe(id);
  expect(await decide(other, next, 'withdrawn')).toEqual({ ok: true, value: { kind: 'withdrawn' } });
});
