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
  const refused: string[] = [];
  const add = async (name: string, sender: Sender) => {
    const result = await run(sender, async () => {
      started.push(name);
      await new Promise<void>((end) => ends.push(end));
      return name;
    });
    if (!result) refused.push(name);
  };
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((turn) => setImmediate(turn));
  };
  return { add, endOne, started, refused };
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
    void add(name, sender);
  for (let n = 0; n < 5; n += 1) await endOne();
  expect(started).toEqual(['a1', 'k1', 'a2', 'b1', 'a3']);
});

test('one start in four goes to strangers, however many sign-ins known devices send', async () => {
  const { add, endOne, started } = queue({ running: 1, waiting: 20, waitingEach: 20 });
  for (let n = 1; n <= 8; n += 1) void add(`k${n}`, known('k'));
  void add('a1', stranger('a'));
  void add('a2', stranger('a'));
  for (let n = 0; n < 9; n += 1) await endOne();
  expect(started).toEqual(['k1', 'k2', 'k3', 'a1', 'k4', 'k5', 'k6', 'a2', 'k7', 'k8']);
});

const settled = () => new Promise((turn) => setImmediate(turn));

test('one address cannot fill the queue, and a full queue of strangers takes known devices', async () => {
  const { add, refused } = queue();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'd1']) void add(name, stranger(name.slice(0, 1)));
  void add('k1', known('k'));
  await settled();
  // 'a1' runs, two of 'a' may wait, and with 'b1' and 'c1' four wait; 'a' gives its last one up for 'd1'.
  expect(refused).toEqual(['a4', 'a3']);
});

test('three addresses that fill the queue keep a fourth one out no more than each other', async () => {
  const { add, endOne, started, refused } = queue({ running: 1, waiting: 400, waitingEach: 200 });
  for (let n = 0; n < 200; n += 1) for (const id of ['a', 'b', 'c']) void add(`${id}${n}`, stranger(id));
  await settled();
  const before = refused.length;
  void add('new', stranger('new'));
  await settled();
  expect(refused.slice(before)).toEqual([expect.stringMatching(/^[abc]/)]);
  // The others have their turns first.
  for (let n = 0; n < 4; n += 1) await endOne();
  expect(started).toContain('new');
});

test('where each address has one job waiting, a full queue refuses who comes', async () => {
  const { add, refused } = queue({ running: 1, waiting: 2, waitingEach: 2 });
  for (const name of ['a', 'b', 'c', 'd']) void add(name, stranger(name));
  await settled();
  expect(refused).toEqual(['d']);
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

test('who finds the queue full is told to try again', async () => {
  const full = hashQueue({ running: 1, waiting: 1, waitingEach: 1 });
  const [first, second, third] = [1, 2, 3].map((n) => withinHashBudget(stranger('a'), async () => n, full));
  expect(await third).toEqual({ ok: false, reason: 'busy', waitSeconds: 5 });
  expect([await first, await second]).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
});
