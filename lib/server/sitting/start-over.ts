import { closeSitting } from '#db/sittings.ts';
import { lockPerson } from '#db/standings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { activityOfDrill } from '#lib/sitting/drill.ts';
import { newSitting } from '#lib/sitting/new-sitting.ts';
import { findActivityContext } from './find-activity-context.ts';
import type { ActivityForm } from './start-sitting.ts';
import { storeSitting } from './store-sitting.ts';

/** Closes the open sitting of an activity that starts by itself, so that its questions can be answered again or others are drawn. */
export async function startOver(
  world: World,
  user: SessionUser,
  name: ActivityForm,
): Promise<Result<null, 'not-found'>> {
  const now = world.now();
  return world.database.transaction(async (tx) => {
    await lockPerson(tx, user.id);
    const isGuest = user.role === 'guest';
    const context = await findActivityContext(tx, world, { userId: user.id, isGuest, name, now });
    if (!context || context.delivery.starts !== 'by-itself') return refuse('not-found');
    // A draw without answers is closed as well, so that the next draw differs.
    const isDrawn = context.delivery.draw !== null || activityOfDrill(context.activity) !== undefined;
    if (!context.open && !isDrawn) return ok(null);
    const sitting = context.open ?? newSitting(context, { id: world.newId(), items: context.items, now });
    await storeSitting(tx, context, sitting);
    await closeSitting(tx, sitting.id, now);
    return ok(null);
  });
}
