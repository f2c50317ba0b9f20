import { z } from 'zod';
import { findLessonDraft } from '#db/lesson-drafts.ts';
import { amendProposal, insertProposal } from '#db/lesson-proposals.ts';
import type { DraftCheck } from '#lib/lesson/authoring.ts';
import { isError } from '#lib/lesson/finding.ts';
import { changedNames, LessonName, TrackName } from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { one } from '#lib/server/door/form-values.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type CheckRefusal, checkFiles } from './check-draft.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { Reason } from './publish-draft.ts';

export const ProposeForm = z.object({
  track: one(TrackName),
  lesson: one(LessonName),
  saves: one(z.coerce.number().int().min(1)),
  reason: one(Reason),
});

/** The reply to a proposal; `faulty` with what has to be corrected first. */
export type Proposed =
  | { readonly kind: 'proposed'; readonly id: string }
  | { readonly kind: 'faulty'; readonly check: DraftCheck };

/** Offers the author's draft to the authors of the track. It replaces the author's open proposal for the lesson. */
export async function proposeDraft(
  world: AuthoringWorld,
  user: Author,
  { track, lesson, saves, reason }: z.infer<typeof ProposeForm>,
): Promise<Result<Proposed, CheckRefusal | 'unchanged' | 'behind' | 'files-only'>> {
  if (world.content.mode === 'files') return refuse('files-only');
  const place = await findLessonPlace(world, user, { track, lesson });
  if (!place) return refuse('not-found');
  const { db } = world.database;
  const draft = await findLessonDraft(db, { userId: user.id, track, lesson });
  if (!draft) return refuse('no-draft');
  if (draft.saves !== saves || changedNames(draft.base, place.files).length > 0) return refuse('behind');
  if (changedNames(draft.base, draft.files).length === 0) return refuse('unchanged');
  const { files, base, baseNumber } = draft;
  const checked = await checkFiles(world, user, { track, lesson, files, runs: false });
  if (!checked.ok) return checked;
  if (checked.value.check.findings.some(isError)) return ok({ kind: 'faulty', check: checked.value.check });
  const proposal = {
    ...{ id: world.newId(), track, lesson, authorId: user.id, files, base, baseNumber, reason },
    proposedAt: world.now(),
    ...{ decision: null, decidedBy: null, decidedAt: null, note: '' },
  };
  const id = await world.database.transaction(async (tx) => {
    const amended = await amendProposal(tx, proposal);
    if (amended === undefined) await insertProposal(tx, proposal);
    return amended ?? proposal.id;
  });
  return ok({ kind: 'proposed', id });
}
