import { expect, test } from 'vitest';
import { hashQueue, type Sender } from './hash-queue.ts';
import { withinHashBudget } from './password-hash.ts';

const limits = { running: 1, waiting: 4, waitingEach: 2 };
const stranger = (id: string): Sender => ({ lane: 'strangers', id });
const known = (id: string): Sender => ({ lane: 'known', id });

/** A queue whose jobs end when they are told to. */
function queue(given = limits) {
  const { run } = hashQueue(given);
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const add = (name: string, sender: Sender) =>
    run(sender, async () => {
      started.push(name);
      await new Promise<void>((end) => ends.push(end));
      return name;
    });
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((turn) => setImmediate(turn));
  };
  return { add, endOne, started };
}

test('a known device goes before strangers, who take turns by their address', async () => {
  const { add, endOne, started } = queue();
  for (const [name, sender] of [
    ['a1', stranger('a')],
    ['a2', stranger('a')],
    ['a3', stranger('a')],
    ['b1', stranger('b')],
    ['k1', known('k')],
  ] as const)
    expect(add(name, sender)).toBeDefined();
  for (let n = 0; n < 5; n += 1) await endOne();
  expect(started).toEqual(['a1', 'k1', 'a2', 'b1', 'a3']);
});

test('one start in four goes to strangers, however many sign-ins known devices send', async () => {
  const { add, endOne, started } = queue({ running: 1, waiting: 20, waitingEach: 20 });
  for (let n = 1; n <= 8; n += 1) add(`k${n}`, known('k'));
  add('a1', stranger('a'));
  add('a2', stranger('a'));
  for (let n = 0; n < 9; n += 1) await endOne();
  expect(started).toEqual(['k1', 'k2', 'k3', 'a1', 'k4', 'k5', 'k6', 'a2', 'k7', 'k8']);
});

test('one address cannot fill the queue, and a full queue of strangers takes known devices', () => {
  const { add } = queue();
  add('runs', stranger('a'));
  expect([add('a2', stranger('a')), add('a3', stranger('a')), add('a4', stranger('a'))]).toEqual([
    expect.any(Promise),
    expect.any(Promise),
    undefined,
  ]);
  expect(add('b1', stranger('b'))).toBeDefined();
  expect(add('c1', stranger('c'))).toBeDefined();
  expect(add('d1', stranger('d'))).toBeUndefined();
  expect(add('k1', known('k'))).toBeDefined();
});

test('no more jobs run at once than allowed, and a failed one makes room', async () => {
  const { run } = hashQueue({ running: 2, waiting: 100, waitingEach: 100 });
  let now = 0;
  let most = 0;
  const jobs = Array.from({ length: 20 }, (_, n) =>
    run(stranger('a'), async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((turn) => setImmediate(turn));
      now -= 1;
      if (n % 3 === 0) throw new Error('failed');
      return n;
    }),
  );
  const results = await Promise.allSettled(jobs);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
  expect(most).toBe(2);
});

test('who finds the queue full is told to try again, without waiting', async () => {
  const full = hashQueue({ running: 1, waiting: 1, waitingEach: 1 });
  const [first, second, third] = [1, 2, 3].map((n) => withinHashBudget(stranger('a'), async () => n, full));
  expect(await third).toEqual({ ok: false, reason: 'busy', waitSeconds: 5 });
  expect([await first, await second]).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
});
