import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { ok, type Result, refuseFor } from '#lib/result.ts';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import { type HashQueue, hashQueue, type Sender } from './hash-queue.ts';

/** Argon2id (the library's algorithm 2) at OWASP's first recommendation: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a discarded random password: a check against it takes as long as against a real hash. */
const dummyHash =
  '$argon2id$v=19$m=19456,t=2,p=1$QvyAW/XA0m7p5snUbtY82w$2IicfjGeqSUOZOjvgImhcDUYMxO8dJyK/Pt+Wm4VzGw';

// The same letters typed on two keyboards may differ in code points.
const canonical = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), cost);
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function isPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? dummyHash, canonical(password));
  return matches && typeof passwordHash === 'string';
}

/**
 * A processor is left to everything else. 400 waiting sign-ins take about 15 s of one processor, and a class behind one
 * address fits into the 200 that each address may have waiting.
 */
const limits = {
  running: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 400,
  waitingEach: 200,
} as const;

const processQueue = (): HashQueue => oncePerProcess('hash-queue', () => hashQueue(limits));

/** Runs work on passwords within the budget of this process; refused when the queue is full and somebody else comes first. */
export async function withinHashBudget<T>(
  sender: Sender,
  work: () => Promise<T>,
  queue: HashQueue = processQueue(),
): Promise<Result<T, 'busy'>> {
  const result = await queue.run(sender, work);
  return result === undefined ? refuseFor('busy', busyMs) : ok(result.value);
}

/** About how long a full queue takes to make room. */
const busyMs = 5_000;
