import { expect, test } from 'vitest';
import { compilePool } from './compile-pool.ts';
import type { CompileOutcome, Compiler } from './messages.ts';

const page = (file: string) => ({ kind: 'page' as const, file, text: '' });

/** Compilers whose tasks end when they are told to. */
function handDriven() {
  const open = new Map<string, (outcome: CompileOutcome) => void>();
  let started = 0;
  let closed = 0;
  const start = (): Compiler => {
    started += 1;
    return {
      compile: (task) => new Promise((resolve) => open.set(task.kind === 'page' ? task.file : '', resolve)),
      async close() {
        closed += 1;
      },
    };
  };
  const end = (file: string) => {
    open.get(file)?.({ kind: 'slow', file });
    open.delete(file);
  };
  return { start, end, open, counts: () => ({ started, closed }) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('as many tasks run at once as there are processes, and each gets its own outcome', async () => {
  const { start, end, open, counts } = handDriven();
  const pool = compilePool(2, start);
  const outcomes = ['a', 'b', 'c'].map((file) => pool.compile(page(file)));
  await settled();
  expect([...open.keys()]).toEqual(['a', 'b']);
  end('b');
  await settled();
  expect([...open.keys()]).toEqual(['a', 'c']);
  end('a');
  end('c');
  expect(await Promise.all(outcomes)).toEqual(['a', 'b', 'c'].map((file) => ({ kind: 'slow', file })));
  await pool.close();
  expect(counts()).toEqual({ started: 2, closed: 2 });
});

test('a second process starts only when the first is busy', async () => {
  const { start, end, counts } = handDriven();
  const pool = compilePool(8, start);
  for (const file of ['a', 'b', 'c']) {
    const outcome = pool.compile(page(file));
    await settled();
    end(file);
    await outcome;
  }
  expect(counts()).toEqual({ started: 1, closed: 0 });
});

test('a compiler that fails does not hold the others up', async () => {
  const failing: Compiler = {
    compile: () => Promise.reject(new Error('It could not be started')),
    async close() {},
  };
  const pool = compilePool(1, () => failing);
  const results = await Promise.allSettled([pool.compile(page('a')), pool.compile(page('b'))]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
