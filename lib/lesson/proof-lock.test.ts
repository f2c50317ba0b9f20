import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readItem } from '#lib/item/testing/read-item.ts';
import { lockFaults, lockState, lockText, planHash, proofPlanOf, readLock } from './proof-lock.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const item = (prompt: string, code: string, right: string) =>
  readItem(
    `<Output id="a" objective="aim">\n\n${prompt}\n\n\`\`\`python\n${code}\n\`\`\`\n\n- [x] \`${right}\` <Id is="x" />\n- [ ] \`3\` <Id is="y" />\n- [ ] In words <Id is="z" />\n\n</Output>\n`,
  );
const planOf = (...parts: Parameters<typeof item>) => {
  const { item: compiled, secret } = item(...parts);
  const plan = proofPlanOf(compiled, secret);
  if (!plan) throw new Error('The item has a plan');
  return plan;
};
const plan = planOf('What?', 'print(2)', '2');
const proof = {
  interpreter: 'python-3.11.3.wasm',
  hash: planHash(plan, hash),
  tried: 2,
  mutants: 3,
  caught: 3,
};

test('options that are code are answers, the right one first', () => {
  expect(plan.trials).toEqual([
    { answer: 'the option «x»', isRight: true, program: 'print(2)', prints: '2' },
    { answer: 'the option «y»', isRight: false, program: 'print(2)', prints: '3' },
  ]);
});

test.each([
  { why: 'the same item', now: plan, state: 'proven' },
  { why: 'another prompt', now: planOf('What now?', 'print(2)', '2'), state: 'proven' },
  { why: 'another program', now: planOf('What?', 'print(1 + 1)', '2'), state: 'stale' },
  { why: 'another option', now: planOf('What?', 'print(2)', '22'), state: 'stale' },
])('$why: $state', ({ now, state }) => {
  expect(lockState({ a: proof }, 'a', now, hash)).toBe(state);
});

test('another version of the interpreter proves nothing, and neither does a forged name', () => {
  expect(lockState({ a: { ...proof, interpreter: 'python-3.12.0.wasm' } }, 'a', plan, hash)).toBe('stale');
  expect(lockState({ a: proof }, 'constructor', plan, hash)).toBe('missing');
});

test.each([
  { why: 'fewer answers than the item has', forged: { ...proof, tried: 1 } },
  { why: 'more answers than the item has', forged: { ...proof, tried: 9 } },
  { why: 'more faults caught than planted', forged: { ...proof, caught: 4 } },
])('a proof of $why proves nothing', ({ forged }) => {
  expect(lockState({ a: forged }, 'a', plan, hash)).toBe('stale');
});

test('a lock file that cannot be read is an error, at the line of a merge if there is one', () => {
  const faultsOf = (proofs?: string) =>
    lockFaults({ folder: 't/l', ...(proofs === undefined ? {} : { proofs }) }).map(
      ({ file, line, column, severity, rule, message }) =>
        `${file}:${line}:${column} ${severity} ${rule} ${message}`,
    );
  expect(faultsOf()).toEqual([]);
  expect(faultsOf(lockText({ a: proof }))).toEqual([]);
  expect(faultsOf(`{\n<<<<<<< HEAD\n${lockText({ a: proof })}`)).toEqual([
    expect.stringMatching(
      /^t\/l\/proofs\.lock\.json:2:1 error proof-lock .*a merge in it is not finished.*content -- fix/,
    ),
  ]);
  for (const text of ['', '[]', '{"format": 2, "items": {}}'])
    expect(faultsOf(text)).toEqual([
      expect.stringMatching(/:1:1 error proof-lock This file cannot be read, so/),
    ]);
});

test('a lock file is read as it was written, in order of ids', () => {
  const text = lockText({ b: proof, a: proof });
  expect(readLock(text)).toEqual({ a: proof, b: proof });
  expect(text.indexOf('"a"')).toBeLessThan(text.indexOf('"b"'));
});

test.each([
  undefined,
  '',
  '<<<<<<< HEAD',
  '[]',
  '{"format": 2, "items": {}}',
  '{"format": 1, "items": {"a": {"hash": 1}}}',
])('no proofs in %s', (text) => {
  expect(readLock(text)).toEqual({});
});
