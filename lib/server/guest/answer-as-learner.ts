import type { SessionUser } from '#lib/access/user.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { type Result, refuse, refuseFor } from '#lib/result.ts';
import { rateLimit } from '#lib/server/door/rate-limit.ts';
import type { World } from '#lib/server/world.ts';
import { removeGuest, startGuest } from './start-guest.ts';

type Workflow<I, T, R extends string> = (world: World, user: SessionUser, input: I) => Promise<Result<T, R>>;

/** Who answers: a signed-in user, a guest, or a visitor who has answered nothing. */
export interface Answerer {
  readonly user: SessionUser | null;
  readonly address: string;
}

export interface GuestAnswer<R extends string> {
  readonly result: Result<SubmitReply, R | 'too-many' | 'account-needed'>;
  /** The guest that this answer has started; null when it started none. */
  readonly started: SessionUser | null;
}

/** Nobody reads and answers a question in four seconds for long. */
const answersOfGuest = rateLimit({ burst: 40, perSecond: 0.25 });
/** A class may try a lesson at the same time. */
const answersOfAddress = rateLimit({ burst: 600, perSecond: 5 });

/**
 * Runs the workflow of an answer or a hint for a signed-in user or a guest. A visitor becomes a guest by the first one that
 * is recorded; nothing is stored for one that is not. Where guests are turned off only accounts answer.
 */
export async function answerAsLearner<I, R extends string>(
  world: World,
  { user, address }: Answerer,
  workflow: Workflow<I, SubmitReply, R>,
  input: I,
): Promise<GuestAnswer<R>> {
  if (user && user.role !== 'guest') return { result: await workflow(world, user, input), started: null };
  if (!world.hasGuests) return { result: refuse('account-needed'), started: null };
  const now = world.now();
  const isWithinRate = answersOfAddress(address, now) && (!user || answersOfGuest(user.id, now));
  if (!isWithinRate) return { result: refuseFor('too-many', 4_000), started: null };
  if (user) return { result: await workflow(world, user, input), started: null };
  const guest = await startGuest(world, address);
  if (!guest.ok) return { result: guest, started: null };
  const result = await workflow(world, guest.value, input);
  if (result.ok && result.value.kind === 'recorded') return { result, started: guest.value };
  // During an outage the row stays, and is removed with other guests without answers.
  if (!result.ok || result.value.kind !== 'unsaved') await removeGuest(world, guest.value.id);
  return { result, started: null };
}

/** A workflow that stores something but records no answer, such as a new round: those of a guest come at the rate of answers. */
export function atGuestRate<I, T, R extends string>(
  workflow: Workflow<I, T, R>,
): Workflow<I, T, R | 'too-many'> {
  return async (world, user, input) =>
    user.role !== 'guest' || answersOfGuest(user.id, world.now())
      ? workflow(world, user, input)
      : refuseFor('too-many', 4_000);
}
