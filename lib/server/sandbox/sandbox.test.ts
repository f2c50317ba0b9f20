import { afterAll, expect, test } from 'vitest';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import { allowance } from './interpreter-process.ts';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox({ ...allowance, cpuMs: 2_000 });
afterAll(() => sandbox.close());

/** Each run is another person's, so that none starts in the slow lane for what ran before. */
let people = 0;
const run = (language: Run['language'], program: string, more: Partial<Run> = {}): Promise<RunOutcome> =>
  sandbox.run({ language, program, input: '', calls: [], ...more }, `person ${++people}`);

test.each([
  { language: 'python', program: 'print("ä", input())', input: 'x\n', stdout: 'ä x\n' },
  {
    language: 'python',
    program: 'import sys\nprint(sys.stdin.read().split())',
    input: 'a b\nc',
    stdout: "['a', 'b', 'c']\n",
  },
  {
    language: 'python',
    program: '\ufeffprint(repr(input()), [line for line in __import__("sys").stdin])',
    input: 'a\r\nb\r\nc',
    stdout: "'a' ['b\\n', 'c']\n",
  },
  {
    language: 'javascript',
    program: '\ufeffconsole.log([prompt(), prompt(), prompt()])',
    input: 'a\r\nb\rc',
    stdout: "[ 'a', 'b', 'c' ]\n",
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

test.each([
  {
    language: 'python',
    setup: 'import math\nROWS = [1, 2, 6]\n\ndef half(x):\n    return x / 2',
    program: 'from __future__ import annotations\nprint(half(sum(ROWS)), math.pi > 3)',
    stdout: '4.5 True\n',
    call: { expression: 'half(len(ROWS))', gives: '1.5' },
    faulty: 'x = 1\nhalf(None)',
    error: 'TypeError',
    unknown: 'NameError',
  },
  {
    language: 'javascript',
    setup:
      "'use strict';\nconst ROWS = [1, 2, 6]; // `data`\nlet seen = 0;\nfunction half(x) { seen += 1; return x.valueOf() / 2; }",
    program: 'console.log(half(ROWS.length), seen)',
    stdout: '1.5 1\n',
    call: { expression: 'half(ROWS[2])', gives: '3' },
    faulty: 'let x = 1;\nhalf(null)',
    error: 'TypeError',
    unknown: 'ReferenceError',
  },
] as const)('$language: a program has the names of its setup, and lines of its own', async (one) => {
  const { language, setup, program, stdout, call, faulty, error, unknown } = one;
  expect(await run(language, program, { setup, calls: [call.expression] })).toMatchObject({
    ...{ exitCode: 0, stdout, stderr: '', stop: null },
    values: [{ gives: call.gives }],
  });
  // A name may be taken again.
  expect(
    await run(language, `${language === 'python' ? '' : 'const '}ROWS = 7`, { setup, calls: ['ROWS'] }),
  ).toMatchObject({ stop: null, values: [{ gives: '7' }] });
  expect(await run(language, faulty, { setup })).toMatchObject({ stop: { name: error, line: 2 } });
  expect(await run(language, 'a b', { setup })).toMatchObject({ stop: { name: 'SyntaxError', line: 1 } });
  const stopped = await run(language, program, { setup: `x = 1\n\nunknown_name` });
  expect(stopped).toMatchObject({ exitCode: 1, stop: { name: unknown }, stdout: '' });
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

test.each([
  {
    what: 'its own limit of calls',
    program: 'def f(n):\n    return n and 1 + f(n - 1)\nprint(f(950))',
    stdout: '950\n',
  },
  {
    what: 'a long list of nodes that shows itself',
    program:
      'class N:\n    def __init__(self, n): self.n = n\n    def __repr__(self): return f"N({self.n!r})"\nn = None\nfor _ in range(250): n = N(n)\nprint(len(repr(n)))',
    stdout: `${4 + 250 * 3}\n`,
  },
  {
    what: 'recursion without end, which can be caught',
    program:
      'def f(n): return sorted([n], key=f)\ntry:\n    f(1)\nexcept RecursionError:\n    print("caught")',
    stdout: 'caught\n',
  },
  { what: 'exit()', program: 'print(1)\nexit()\nprint(2)', stdout: '1\n' },
  { what: 'quit(0)', program: 'quit(0)', stdout: '' },
  { what: 'a prompt, which is no output', program: 'print("hi", input("Who? "))', stdout: 'hi Bea\n' },
  {
    what: 'asyncio',
    program:
      'import asyncio\nasync def one(n):\n    await asyncio.sleep(n / 100)\n    print(n)\nasync def all():\n    await asyncio.gather(one(3), one(1))\nasyncio.run(all())',
    stdout: '1\n3\n',
  },
])('Python: $what', async ({ program, stdout }) => {
  expect(await run('python', program, { input: 'Bea\n' })).toMatchObject({ exitCode: 0, stop: null, stdout });
});

test('sets of texts have one order', async () => {
  const program = 'print({"ada", "bob", "eve", "mallory"}, hash("x"))';
  const [first, second] = [await run('python', program), await run('python', `${program}\n`)];
  expect(first).toMatchObject({ kind: 'finished', stop: null });
  expect(second).toEqual(first);
});

test.each([
  { program: 'exit("no such file")', exitCode: 1, stderr: 'no such file\n' },
  { program: 'exit(4)', exitCode: 4, stderr: '' },
])('$program ends with $exitCode', async ({ program, exitCode, stderr }) => {
  expect(await run('python', program)).toMatchObject({ exitCode, stderr, stop: null });
});

test.each([
  'import multiprocessing',
  'import threading\nthreading.Thread(target=print).start()',
  'import zoneinfo\nzoneinfo.ZoneInfo("Asia/Tokyo")',
])('%s is said not to be available', async (program) => {
  expect(await run('python', program)).toMatchObject({
    stderr: expect.stringContaining('not available here'),
  });
});

test('a console as people know it, and a prompt', async () => {
  const program = `console.log([[1, [2]], { a: 'x' }], new Map([[1, 2]]));
console.info('%s is %d', 'a', 1); console.warn('careful');
console.table([{ n: 1 }]);
console.log(prompt('Who? '), prompt());
console.log({ get a() { throw 1; } }, new Proxy({}, { ownKeys() { throw 1; } }));`;
  expect(await run('javascript', program, { input: 'Bea\n' })).toMatchObject({
    stop: null,
    stderr: 'careful\nWho? ',
    stdout: `[ [ 1, [ 2 ] ], { a: 'x' } ] Map(1) { 1 => 2 }
a is 1
┌─────────┬───┐
│ (index) │ n │
├─────────┼───┤
│ 0       │ 1 │
└─────────┴───┘
Bea null
{ a: [Getter] } [Object that cannot be read]
`,
  });
});

test('functions that call one another too deeply are told as such', async () => {
  expect(await run('javascript', 'console.log(1);\nconst f = () => f() + 1;\nf();')).toMatchObject({
    stdout: '1\n',
    stop: { name: null, tooDeep: true },
    stderr: expect.stringContaining('RangeError'),
  });
});

test('values are written as Python writes them, though they are read from outside', async () => {
  const values = [
    "[1, (1,), (), {}, {'a': None, 2: True, (1, 2): [False]}, {1, 2, 30}, set(), frozenset({3}), frozenset()]",
    '[0, -7, 2**15, -2**30, 2**31, 123456789012345678901234567890, True + 1]',
    "[1e16, 1e15, 123456.789, 1e-4, 1e-5, 1e22, 1e100, 5e-324, 0.1 + 0.2, 100.0, -0.0, float('nan'), -float('inf')]",
    '[2 + 3j, 3j, -1 - 0.5j, 1e20j]',
    String.raw`["it's", 'q"\'', 'back\\slash', '\t\n\r\x00\x7f\xa0\xad', 'ä日本語🎲', '\u200b\ue000\ud800\U000e0001']`,
    String.raw`[b'', b"it's", b'\x00\n\xff"']`,
    'vars(named)',
    '{key: key for key in range(40) if key % 3}',
  ];
  const program =
    'class Named: pass\nnamed = Named()\nnamed.b = 1\nnamed.a = 2\ngone = {n: n for n in range(9)}\ndel gone[3]';
  const calls = values.flatMap((value) => [`(${value})`, `ascii(repr(${value}))`]);
  const outcome = await run('python', program, { calls });
  const given = outcome.kind === 'finished' ? outcome.values : [];
  const texts = given.map((value) => ('gives' in value ? value.gives : ''));
  expect(texts).toHaveLength(calls.length);
  const ascii = (text: string) =>
    text.replace(/[^\x20-\x7e]/gu, (sign) => {
      const hex = (sign.codePointAt(0) ?? 0).toString(16);
      if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
      return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
    });
  const python = (text: string) => text.replace(/^'|'$/g, '').replaceAll('\\\\', '\\').replaceAll("\\'", "'");
  for (let at = 0; at < texts.length; at += 2)
    expect(ascii(texts[at] ?? '')).toBe(python(python(texts[at + 1] ?? '').replace(/^"|"$/g, '')));
});

test.each([
  { language: 'python', call: 'range(3)' },
  { language: 'python', call: "__import__('collections').Counter('a')" },
  { language: 'python', call: 'print' },
  { language: 'python', call: "'x' * 10001" },
  { language: 'python', call: 'round_and_round' },
  { language: 'javascript', call: 'new Date(0)' },
  { language: 'javascript', call: 'Math.max' },
  { language: 'javascript', call: "'x'.repeat(10001)" },
  { language: 'javascript', call: 'round_and_round' },
] as const)('$language: $call is no plain data', async ({ language, call }) => {
  const program =
    language === 'python'
      ? 'round_and_round = []\nround_and_round.append(round_and_round)'
      : 'const round_and_round = []; round_and_round.push(round_and_round);';
  expect(await run(language, program, { calls: [call, '1 + 1'] })).toMatchObject({
    values: [{ notData: true }, { gives: '2' }],
  });
});
