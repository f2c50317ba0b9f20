import type { Tx } from '#db/client.ts';
import { addRevision, findRevisionBefore, type NewRevision } from '#db/lesson-revisions.ts';
import { recordServerFact } from '#db/server-facts.ts';
import type { DraftCheck } from '#lib/lesson/authoring.ts';
import { isError } from '#lib/lesson/finding.ts';
import { changedNames, type LessonFiles, orderedFiles } from '#lib/lesson/lesson-files.ts';
import { lockFile, lockText } from '#lib/lesson/proof-lock.ts';
import { readVariantLock } from '#lib/lesson/variants/variant-lock.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { filesIn, overlay } from '#lib/server/content/overlay.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import type { LessonProofs } from '#lib/server/proofs/item-findings.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type CheckedFiles, checkFiles } from './check-draft.ts';
import type { Author, LessonPlace } from './lesson-place.ts';

/** The reply to publishing; `faulty` with what has to be corrected. */
export type Published =
  | { readonly kind: 'published'; readonly number: number; readonly check: DraftCheck }
  | { readonly kind: 'faulty'; readonly check: DraftCheck };

export type PublishRefusal = 'files-only' | 'unchanged' | 'behind' | 'too-many-files' | 'too-long' | 'busy';

export interface PublishRequest {
  readonly place: LessonPlace;
  readonly files: LessonFiles;
  readonly reason: string;
  readonly author: Pick<Author, 'id' | 'displayName'>;
  /** Who accepted the author's proposal. */
  readonly approver?: Pick<Author, 'id' | 'displayName'>;
  readonly restores?: number;
  /** Whose checks count: one at a time for each. */
  readonly checkedFor: Pick<Author, 'id'>;
  /** Written together with the revision. */
  readonly alongside?: (tx: Tx) => Promise<void>;
}

/**
 * Publishes files of a lesson: they pass the compiler, the gate and the proofs, are compiled for all processes, and only
 * then become a revision, which each process serves at its next look.
 */
export async function publishFiles(
  world: AuthoringWorld,
  request: PublishRequest,
): Promise<Result<Published, PublishRefusal>> {
  const { place, files, checkedFor } = request;
  const { track, lesson } = place;
  if (world.content.mode === 'files') return refuse('files-only');
  if (changedNames(place.files, files).length === 0) return refuse('unchanged');
  const checked = await checkFiles(world, checkedFor, { track, lesson, files, runs: true });
  if (!checked.ok) return checked;
  const { check, draft, proofs } = checked.value;
  if (check.findings.some(isError)) return ok({ kind: 'faulty', check });
  const published = draft.published.map((one) =>
    one.lesson === lesson ? { ...one, files: orderedFiles(withLock(one.files, proofs)) } : one,
  );
  await world.content.compile(overlay(await world.content.sources(), published, world.content.root), true);
  const number = await store(world, request, { ...checked.value, draft: { ...draft, published } });
  if (number === null) return refuse('behind');
  await world.content.follow(world.database.db);
  return ok({ kind: 'published', number, check });
}

/** The files with what was proven now, as the command `fix` writes it. */
function withLock(files: LessonFiles, proofs: LessonProofs | null): LessonFiles {
  if (!proofs) return files;
  const { [lockFile]: before, ...others } = files;
  const variants = readVariantLock(before);
  const isEmpty = Object.keys(proofs.locked).length + Object.keys(variants).length === 0;
  return isEmpty ? others : { ...others, [lockFile]: lockText(proofs.locked, variants) };
}

/** Stores the revisions, the lesson's last; its number, or null when another one was published since. */
async function store(
  world: AuthoringWorld,
  { place, reason, author, approver, restores, alongside }: PublishRequest,
  { check, draft }: CheckedFiles,
): Promise<number | null> {
  const deployed = await world.content.deployed();
  return world.database.transaction(async (tx) => {
    // Whoever publishes waits here for those before, so that revisions are counted without a gap.
    await recordServerFact(tx, 'published', world.now().toISOString());
    const newest = (await findRevisionBefore(tx, place))?.number ?? 0;
    if (newest !== place.number) return null;
    for (const { track, lesson, files } of draft.published) {
      const isListing = lesson !== place.lesson;
      const before = isListing ? await findRevisionBefore(tx, { track, lesson }) : undefined;
      const revision: NewRevision = {
        ...{ track, lesson, files },
        authorId: author.id,
        authorName: author.displayName,
        approvedBy: approver?.id ?? null,
        approverName: approver?.displayName ?? null,
        reason: isListing ? `Lists ${place.lesson}: ${reason}` : reason,
        publishedAt: world.now(),
        restores: isListing ? null : (restores ?? null),
        deployedHash: hashOf(filesIn(deployed, { track, lesson })),
        edits: isListing ? [] : check.edits,
      };
      await addRevision(tx, revision, isListing ? (before?.number ?? 0) : newest);
    }
    await alongside?.(tx);
    return newest + 1;
  });
}

/** A hash of the files on disk; equal files have the same. */
export const hashOf = (files: LessonFiles | undefined): string =>
  files === undefined ? '' : sha256(JSON.stringify(orderedFiles(files)));
