import { findProposal, listProposals as listRows } from '#db/lesson-proposals.ts';
import { listTracksOf } from '#db/track-authors.ts';
import { mayPublish, mayWriteLessons } from '#lib/access/may-author.ts';
import type { FileDiff, ProposalView } from '#lib/lesson/authoring.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { compareFiles } from './compare-files.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';

const mostProposals = 100;

/** The author's own proposals, and those on tracks where they publish, newest first. */
export async function listProposals(
  world: AuthoringWorld,
  user: Author,
): Promise<Result<readonly ProposalView[], 'not-found'>> {
  if (!mayWriteLessons(user)) return refuse('not-found');
  const { db } = world.database;
  const owned = await listTracksOf(db, user.id);
  const rows = await listRows(db, mostProposals);
  return ok(
    rows.flatMap(({ authorId, baseNumber: _base, decidedAt: _at, ...row }): ProposalView[] => {
      const isOwn = authorId === user.id;
      const publishes = mayPublish(user, owned.has(row.track));
      if (!isOwn && !publishes) return [];
      return [{ ...row, isOwn, mayDecide: publishes && !isOwn && row.decision === null }];
    }),
  );
}

/** What a proposal changes of the files that it began with. */
export async function compareProposal(
  world: AuthoringWorld,
  user: Author,
  { proposal: id }: { readonly proposal: string },
): Promise<Result<readonly FileDiff[], 'not-found'>> {
  const proposal = await findProposal(world.database.db, id);
  const place = proposal && (await findLessonPlace(world, user, proposal));
  if (!proposal || !place) return refuse('not-found');
  if (proposal.authorId !== user.id && place.may !== 'publish') return refuse('not-found');
  return ok(compareFiles(proposal.base, proposal.files));
}
