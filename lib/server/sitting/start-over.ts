import { closeSitting } from '#db/sittings.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import type { World } from '#lib/server/world.ts';
import { activityOfDrill } from '#lib/sitting/drill.ts';
import { findActivityContext } from './find-activity-context.ts';
import { storeSitting } from './open-item.ts';
import type { ActivityForm } from './start-sitting.ts';

/** Closes the open sitting of an activity that starts by itself, so that its questions can be answered again or others are drawn. */
export async function startOver(
  world: World,
  user: SessionUser,
  name: ActivityForm,
): Promise<Result<null, 'not-found'>> {
  const library = await world.library();
  return world.database.transaction(async (tx) => {
    const context = await findActivityContext(tx, {
      library,
      secret: world.secret,
      userId: user.id,
      name,
      now: world.now(),
    });
    if (!context || context.delivery.starts !== 'by-itself') return refuse('not-found');
    // A draw without answers is closed as well, so that the next draw differs.
    const isDrawn = context.delivery.draw !== null || activityOfDrill(context.activity) !== undefined;
    const now = world.now();
    const open =
      context.open ??
      (isDrawn
        ? await storeSitting(tx, { context, items: context.items, user, id: world.newId(), now })
        : null);
    if (open) await closeSitting(tx, open.id, now);
    return ok(null);
  });
}
