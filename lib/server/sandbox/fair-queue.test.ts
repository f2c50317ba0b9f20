import { expect, test } from 'vitest';
import { fairQueue } from './fair-queue.ts';

/** Jobs that end when told to, and the order in which they began. */
function jobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    job: (name: string) => () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    },
    async end(name: string) {
      ends.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('another person comes before the second job of the first', async () => {
  const { begun, job, end } = jobs();
  const queue = fairQueue({ running: 1, waiting: 10, waitingEach: 5 });
  for (const name of ['a1', 'a2', 'a3']) queue.run('a', job(name));
  queue.run('b', job('b1'));
  expect(begun).toEqual(['a1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'b1']);
  await end('b1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
});

test('people take turns, whoever was served longest ago first', async () => {
  const { begun, job, end } = jobs();
  const queue = fairQueue({ running: 1, waiting: 10, waitingEach: 5 });
  for (const name of ['a1', 'a2', 'a3']) queue.run('a', job(name));
  for (const name of ['b1', 'b2']) queue.run('b', job(name));
  for (const name of ['a1', 'b1', 'a2', 'b2', 'a3']) await end(name);
  expect(begun).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
});

test('nobody has two jobs running, even where there is room', async () => {
  const { begun, job, end } = jobs();
  const queue = fairQueue({ running: 2, waiting: 10, waitingEach: 5 });
  queue.run('a', job('a1'));
  queue.run('a', job('a2'));
  queue.run('b', job('b1'));
  expect(begun).toEqual(['a1', 'b1']);
  await end('b1');
  expect(begun).toEqual(['a1', 'b1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
});

test('what one person, and what all may have waiting has an end', () => {
  const { begun, job } = jobs();
  const queue = fairQueue({ running: 1, waiting: 3, waitingEach: 2 });
  const taken = (who: string, name: string) => queue.run(who, job(name)) !== undefined;
  expect(['a1', 'a2', 'a3', 'a4'].map((name) => taken('a', name))).toEqual([true, true, true, false]);
  expect(['b1', 'c1'].map((name) => taken(name, name))).toEqual([true, false]);
  expect(begun).toEqual(['a1']);
});

test('a job that fails gives its error and its place away', async () => {
  const { begun, job } = jobs();
  const queue = fairQueue({ running: 1, waiting: 3, waitingEach: 2 });
  const failed = queue.run('a', () => Promise.reject(new Error('gone')));
  queue.run('b', job('b1'));
  await expect(failed).rejects.toThrow('gone');
  expect(begun).toEqual(['b1']);
});
