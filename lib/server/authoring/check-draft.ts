import { findLessonDraft } from '#db/lesson-drafts.ts';
import type { DraftCheck } from '#lib/lesson/authoring.ts';
import { itemEditNote } from '#lib/lesson/edits/item-edit-note.ts';
import { isError } from '#lib/lesson/finding.ts';
import { filesFault, type LessonFiles, type LessonRef } from '#lib/lesson/lesson-files.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import type { LessonProofs } from '#lib/server/proofs/item-findings.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';
import { type CompiledDraft, compileDraft } from './compile-draft.ts';
import { type Author, findLessonPlace } from './lesson-place.ts';
import { proveDraft } from './prove-draft.ts';

export interface CheckOptions {
  /** Whether keys are run that were not proven yet. */
  readonly runs: boolean;
}

export type CheckRefusal = 'not-found' | 'no-draft' | 'too-many-files' | 'too-long' | 'busy';

/** What the compiler, the gate and, with `runs`, the proofs of keys say of the author's draft. */
export async function checkDraft(
  world: AuthoringWorld,
  user: Author,
  { track, lesson, runs }: LessonRef & CheckOptions,
): Promise<Result<DraftCheck, CheckRefusal>> {
  if (!(await findLessonPlace(world, user, { track, lesson }))) return refuse('not-found');
  const draft = await findLessonDraft(world.database.db, { userId: user.id, track, lesson });
  if (!draft) return refuse('no-draft');
  const checked = await checkFiles(world, user, { track, lesson, files: draft.files, runs });
  return checked.ok ? ok(checked.value.check) : checked;
}

/** Files that were checked, and what was made of them. */
export interface CheckedFiles {
  readonly check: DraftCheck;
  readonly draft: CompiledDraft;
  readonly proofs: LessonProofs | null;
}

/** One at a time for each author, so that nobody holds up the compiler for others. */
const running = (): Set<string> => oncePerProcess('running-checks', () => new Set<string>());

/** The same for any files of a lesson. */
export async function checkFiles(
  world: AuthoringWorld,
  { id }: Pick<Author, 'id'>,
  { track, lesson, files, runs }: LessonRef & CheckOptions & { readonly files: LessonFiles },
): Promise<Result<CheckedFiles, 'too-many-files' | 'too-long' | 'busy'>> {
  const fault = filesFault(files);
  if (fault) return refuse(fault);
  if (running().has(id)) return refuse('busy');
  running().add(id);
  try {
    const draft = await compileDraft(world, { track, lesson }, files);
    const mayRun = runs && !draft.findings.some(isError) && draft.compiled !== undefined;
    const proofs = mayRun && draft.compiled ? await proveDraft(draft.compiled) : null;
    const folder = `${world.content.root}/${track}/${lesson}/`;
    const found = (proofs?.findings ?? [])
      // Publishing writes down what was proven.
      .filter(({ rule }) => rule !== 'proof-missing' && rule !== 'proof-stale')
      .map((finding) => ({ ...finding, file: finding.file.replace(folder, '') }));
    const counts = proofs && { proven: proofs.proven, stale: proofs.stale, unproven: proofs.unproven };
    const check = {
      findings: [...draft.findings, ...found],
      proofs: counts,
      edits: draft.edits.map(itemEditNote),
    };
    return ok({ check, draft, proofs });
  } finally {
    running().delete(id);
  }
}
