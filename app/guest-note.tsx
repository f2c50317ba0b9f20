import { GuestLine } from '#components/account/guest-line.tsx';
import { currentLearner } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';

/** Tells a guest how to keep the answers; nothing for everybody else. */
export async function GuestNote({ path }: { path: string }) {
  const learner = await currentLearner();
  return learner?.role === 'guest' ? <GuestLine path={path} signUp={env().signUp} /> : null;
}
