import { setTimeout as pause } from 'node:timers/promises';
import { noteMovedItems, recountAfterEdit } from '#lib/server/content/recount-after-edit.ts';
import type { World } from '#lib/server/world.ts';
import { noteFailure } from './outage.ts';
import { isStopping } from './stopping.ts';

const retryMs = 60_000;

/**
 * Follows an edit of lessons that has moved items. What moved is noted before anybody is served; the recount then runs
 * beside the pages, and goes on at the next start if the server ends before.
 * @param library what will be served, if that is not what is served yet
 */
export async function followEdit(world: World, library: World['library'] = world.library): Promise<void> {
  try {
    if (!(await noteMovedItems({ ...world, library }))) return;
  } catch (error) {
    // On a full disk nothing can be noted, and nobody can answer.
    if (!noteFailure(error)) throw error;
  }
  setTimeout(() => recountBesidePages(world), 0).unref();
}

async function recountBesidePages(world: World): Promise<void> {
  try {
    const followed = await recountAfterEdit(world, { onPerson: yieldToPages() });
    if (followed) console.log(`Lessons have changed: the progress of ${followed} people was counted again.`);
  } catch (error) {
    if (isStopping()) return;
    if (!noteFailure(error)) console.error(error);
    setTimeout(() => recountBesidePages(world), retryMs).unref();
  }
}

/** Waits as long as the last person took, so that at most half of the time goes into counting. */
function yieldToPages(): () => Promise<void> {
  let lastMs = performance.now();
  return async () => {
    if (isStopping()) throw new Error('The server ends; the next start goes on with the recount');
    await pause(performance.now() - lastMs, undefined, { ref: false });
    lastMs = performance.now();
  };
}
