import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { type LessonProofs, proveLesson } from '#lib/server/proofs/item-findings.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';

/** Runs the keys of a draft that were not proven yet, in limited processes that end with it. Commands of a shell are not run. */
export async function proveDraft(compiled: CompiledLesson): Promise<LessonProofs> {
  const trials = openTrialRunner({ shell: false });
  try {
    return await proveLesson(compiled, trials);
  } finally {
    trials.close();
  }
}
