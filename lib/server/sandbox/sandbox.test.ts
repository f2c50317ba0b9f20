import { afterAll, expect, test } from 'vitest';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import { allowance } from './interpreter-process.ts';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox({ ...allowance, cpuMs: 2_000 });
afterAll(() => sandbox.close());

const run = (language: Run['language'], program: string, more: Partial<Run> = {}): Promise<RunOutcome> =>
  sandbox.run({ language, program, input: '', calls: [], ...more }, 'somebody');

test.each([
  { language: 'python', program: 'print("ä", input())', input: 'x\n', stdout: 'ä x\n' },
  {
    language: 'python',
    program: 'import sys\nprint(sys.stdin.read().split())',
    input: 'a b\nc',
    stdout: "['a', 'b', 'c']\n",
  },
  { language: 'javascript', program: 'console.log("ä", 1 + 2)', input: '', stdout: 'ä 3\n' },
] as const)('$program prints', async ({ language, program, input, stdout }) => {
  const outcome = await run(language, program, { input });
  expect(outcome).toMatchObject({
    kind: 'finished',
    exitCode: 0,
    stdout,
    stderr: '',
    cut: false,
    stop: null,
  });
});

test('calls are asked after the program, in its own interpreter', async () => {
  const python = 'def mean(xs):\n    return sum(xs) / len(xs)\nprint("only this")';
  expect(
    await run('python', python, { calls: ['mean([1, 2, 6])', 'mean([])', 'print("not this")'] }),
  ).toMatchObject({
    stdout: 'only this\n',
    values: [{ gives: '3.0' }, { fails: 'ZeroDivisionError' }, { gives: 'None' }],
  });
  const script = 'const mean = (xs) => xs.reduce((a, b) => a + b) / xs.length;';
  expect(
    await run('javascript', script, { calls: ['mean([1, 2, 6])', 'nope()', '({ a: [1, "x"] })'] }),
  ).toMatchObject({
    values: [{ gives: '3' }, { fails: 'ReferenceError' }, { gives: '{"a":[1,"x"]}' }],
  });
});

test.each([
  { language: 'python', program: 'x = 1\nprint(y)', name: 'NameError', line: 2 },
  { language: 'python', program: 'def f():\n    return 1 / 0\n\nf()', name: 'ZeroDivisionError', line: 2 },
  { language: 'python', program: 'x = [1\n', name: 'SyntaxError', line: 1 },
  { language: 'python', program: 'import numpy', name: 'ModuleNotFoundError', line: 1 },
  { language: 'python', program: 'import json\njson.loads("{")', name: 'JSONDecodeError', line: 2 },
  { language: 'javascript', program: 'let x = 1;\nfoo();', name: 'ReferenceError', line: 2 },
  { language: 'javascript', program: 'let x = 1;\nlet y = ;', name: 'SyntaxError', line: 2 },
] as const)('$program stops with $name on line $line', async ({ language, program, name, line }) => {
  expect(await run(language, program)).toMatchObject({ kind: 'finished', exitCode: 1, stop: { name, line } });
});

test('a program may sleep', async () => {
  const python =
    'import time\nbegun = time.monotonic()\ntime.sleep(0.1)\nprint(time.monotonic() - begun > 0.099)';
  expect(await run('python', python)).toMatchObject({ stdout: 'True\n' });
  expect(await run('javascript', 'setTimeout(() => print("later"), 10); print("now");')).toMatchObject({
    stdout: 'now\nlater\n',
  });
});

test('a program may end itself, well or not', async () => {
  expect(await run('python', 'import sys\nsys.exit()', { calls: ['1 + 1'] })).toMatchObject({
    exitCode: 0,
    stop: null,
    values: [{ gives: '2' }],
  });
  expect(await run('python', 'import sys\nsys.exit(3)')).toMatchObject({ exitCode: 3, stop: null });
});

test('one who is served keeps nobody waiting: endless loops of one, a short run of another', async () => {
  const ended: string[] = [];
  const note = (name: string) => (outcome: RunOutcome) => ended.push(`${name} ${outcome.kind}`);
  const ask = (who: string, program: string) =>
    sandbox.run({ language: 'python', program, input: '', calls: [] }, who).then(note(who));
  const endless = Array.from({ length: 10 }, () => ask('greedy', 'while True: pass'));
  const short = ask('modest', 'print(1)');
  await short;
  const before = ended.filter((one) => one === 'greedy time-out');
  expect(before.length).toBeLessThanOrEqual(1);
  await Promise.all(endless);
  expect(ended.filter((one) => one === 'greedy too-busy')).toHaveLength(6);
  expect(ended.filter((one) => one === 'greedy time-out')).toHaveLength(4);
});
