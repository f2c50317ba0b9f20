import { z } from 'zod';
import { findLessonDraft, removeLessonDraft } from '#db/lesson-drafts.ts';
import { findProposal, recordDecision } from '#db/lesson-proposals.ts';
import { changedNames } from '#lib/lesson/lesson-files.ts';
import { proposalDecisions } from '#lib/lesson/proposal.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { longestReason } from './publish-draft.ts';
import { type Published, type PublishRefusal, publishFiles } from './publish-files.ts';

export const DecideForm = z.object({
  proposal: one(z.string().max(64)),
  decision: one(z.enum(proposalDecisions)),
  /** What the proposer is told. */
  note: one(z.string().trim().max(longestReason).default('')),
});

export type Decided = Published | { readonly kind: 'declined' | 'withdrawn' };
type Refusal = PublishRefusal | 'not-found' | 'not-yours' | 'decided';

/**
 * Accepts a proposal, which publishes it under the name of its author, or declines it: both by another author of the
 * track. Its own author may withdraw it.
 */
export async function decideProposal(
  world: AuthoringWorld,
  user: Author,
  { proposal: id, decision, note }: z.infer<typeof DecideForm>,
): Promise<Result<Decided, Refusal>> {
  const { db } = world.database;
  const proposal = await findProposal(db, id);
  const place = proposal && (await findLessonPlace(world, user, proposal));
  if (!proposal || !place) return refuse('not-found');
  if (proposal.decision !== null) return refuse('decided');
  const isOwn = proposal.authorId === user.id;
  if (decision === 'withdrawn' ? !isOwn : isOwn || place.may !== 'publish') return refuse('not-yours');
  const decided = { id, decision, decidedBy: user.id, decidedAt: world.now(), note };
  if (decision !== 'accepted')
    return (await recordDecision(db, decided)) ? ok({ kind: decision }) : refuse('decided');
  if (changedNames(proposal.base, place.files).length > 0) return refuse('behind');
  const author = { id: proposal.authorId, displayName: proposal.authorName };
  const ref = { userId: author.id, track: proposal.track, lesson: proposal.lesson };
  return publishFiles(world, {
    ...{ place, author, approver: user, checkedFor: user, files: proposal.files, reason: proposal.reason },
    alongside: async (tx) => {
      if (!(await recordDecision(tx, decided)))
        throw new Error('The proposal was decided while it was published');
      const draft = await findLessonDraft(tx, ref);
      if (draft && changedNames(draft.files, proposal.files).length === 0) await removeLessonDraft(tx, ref);
    },
  });
}
