import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { readVariantLock } from '#lib/lesson/variants/variant-lock.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { computeVariants } from './compute-variants.ts';
import { writeVariants } from './fix-variants.ts';
import { variantFindings } from './variant-findings.ts';

/** Programs that do not end are stopped sooner than those of learners; the others need a tenth of this time. */
const runner = openTrialRunner({ shell: false, cpuMs: 2_000 });
afterAll(() => runner.close());

const python = (program: string, count = 3) =>
  computeVariants({ language: 'python', program, count }, runner);
const javascript = (program: string, count = 3) =>
  computeVariants({ language: 'javascript', program, count }, runner);

describe('values', () => {
  test('Python: as many different variants as asked for, the same in every run', async () => {
    const program = 'import json\nn = random.randint(2, 5)\nprint(json.dumps({"n": n, "square": n * n}))';
    const first = await python(program, 4);
    const values = first.kind === 'computed' ? first.values : [];
    // Of the four possible numbers each occurs once, and its square is computed here once more.
    expect(values.map(({ n }) => Number(n)).toSorted()).toEqual([2, 3, 4, 5]);
    for (const { n, square } of values) expect(Number(square)).toBe(Number(n) ** 2);
    const other = openTrialRunner({ shell: false });
    expect(await computeVariants({ language: 'python', program, count: 4 }, other)).toEqual(first);
    other.close();
  });

  test('JavaScript: Math.random has the seed', async () => {
    const computed = await javascript(
      'const a = Math.floor(Math.random() * 1000);\nconsole.log(JSON.stringify({ a, next: a + 1, seed }));',
    );
    const values = computed.kind === 'computed' ? computed.values : [];
    expect(values.map(({ seed }) => seed)).toEqual(['1', '2', '3']);
    expect(new Set(values.map(({ a }) => a)).size).toBe(3);
    for (const { a, next } of values) expect(Number(next)).toBe(Number(a) + 1);
  });
});

describe('programs that give no variants', () => {
  test.each([
    ['variants-run', 3, /With seed 1 .* stops with ZeroDivisionError in its line 3/, 'x = 0\n\nprint(1 / x)'],
    ['variants-run', null, /does not end/, 'while True:\n    pass'],
    ['variants-values', null, /but it prints nothing/, 'x = 1'],
    [
      'variants-values',
      null,
      /With seed 2 .* also prints «b»/,
      'print({1: \'{"a": 1}\'}.get(seed, \'{"a": 2, "b": 1}\'))',
    ],
    [
      'variants-few',
      null,
      /gives 2 different variants, and 3 are asked for\. .*count="2"/,
      'print(\'{"a": %d}\' % (seed % 2))',
    ],
    [
      'variants-few',
      null,
      /the same values with every seed/,
      'random.seed(42)\nprint(\'{"a": %d}\' % random.randint(1, 99))',
    ],
    [
      'variants-chance',
      null,
      /something else in each run/,
      'print(\'{"a": "%s"}\' % " ".join({"one", "two", "three", "four", "five"}))',
    ],
  ])('%s at line %s: %s', async (rule, line, message, program) => {
    const computed = await python(program);
    expect(computed).toMatchObject({ kind: 'fault', rule, line, message: expect.stringMatching(message) });
  });
});

const item = (program: string) => `Text.

<Number id="own">

<Variants count="2">

\`\`\`python
${program}
\`\`\`

</Variants>

What is it with {{n}}?

- [x] {{n}}

</Number>
`;
const good = 'print(\'{"n": %d}\' % seed)';

describe('the lock file', () => {
  const folder = tempFolder('variants');
  mkdirSync(folder, { recursive: true });
  const lockPath = join(folder, 'proofs.lock.json');
  const source = (program: string, proofs?: string) => ({
    ...{ track: 't', slug: 'l', folder },
    files: new Map([['practice.mdx', item(program)]]),
    ...(proofs === undefined ? {} : { proofs }),
  });
  const compiled = (...given: Parameters<typeof source>): CompiledLesson => ({
    source: source(...given),
    lesson: undefined,
    findings: [],
  });

  test('fix writes the values once, keeps the proofs, and drops what the lesson has no more', async () => {
    const proof = { interpreter: 'i', hash: 'h', tried: 1, mutants: 0, caught: 0 };
    const before = JSON.stringify({ format: 1, items: { other: proof } });
    expect(await writeVariants(source(good, before), runner)).toEqual([
      expect.stringMatching(/practice\.mdx:7 2 variants computed$/),
    ]);
    const written = readFileSync(lockPath, 'utf8');
    expect(JSON.parse(written).items).toEqual({ other: proof });
    expect(readVariantLock(written).own?.values).toEqual([{ n: '1' }, { n: '2' }]);
    expect(await variantFindings(compiled(good, written), runner, true)).toEqual([]);
    writeFileSync(lockPath, 'untouched');
    expect(await writeVariants(source(good, written), runner)).toEqual([]);
    expect(readFileSync(lockPath, 'utf8')).toBe('untouched');
    await writeVariants({ ...source(good, written), files: new Map([['practice.mdx', 'Text.']]) }, runner);
    expect(readVariantLock(readFileSync(lockPath, 'utf8'))).toEqual({});
  });

  test('a program that fails is named at its line, by fix and by check', async () => {
    const [message] = await writeVariants(source('x = 1\nprint(1 / 0)'), runner);
    expect(message).toMatch(/practice\.mdx:9 no variants computed\. With seed 1 .*ZeroDivisionError/);
    const findings = await variantFindings(compiled('x = 1\nprint(1 / 0)'), runner, false);
    expect(findings).toMatchObject([
      { line: 9, column: 1, severity: 'error', rule: 'variants-run', itemId: 'own' },
    ]);
  });

  test('values that the program does not print are found by a fresh check only, which runs it', async () => {
    await writeVariants(source(good), runner);
    const written = readFileSync(lockPath, 'utf8');
    expect(await variantFindings(compiled(good, written), runner, false)).toEqual([]);
    const other = good.replace('% seed', '% (seed + 1)');
    expect(await variantFindings(compiled(other, written), runner, false)).toEqual([]);
  });
});
