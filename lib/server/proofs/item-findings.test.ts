import { afterAll, expect, test } from 'vitest';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { lockText, namedPlans, planHash } from '#lib/lesson/proof-lock.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { proveLesson } from './item-findings.ts';

const trials = openTrialRunner({ shell: false });
afterAll(() => trials.close());

const tools = { highlight: (value: string) => [{ type: 'text' as const, value }], hash: sha256 };

/** A lesson with one question, whose program prints 2. */
function lessonSaying(key: string, proofs?: string): CompiledLesson {
  const output = `<Output id="sum" objective="first-aim">\n\nWhat does it print?\n\n\`\`\`python\nprint(1 + 1)\n\`\`\`\n\n\`\`\`output\n${key}\n\`\`\`\n\n</Output>\n`;
  const files = new Map([
    ['lesson.mdx', goodCourse['good/lesson.mdx'] ?? ''],
    ['practice.mdx', output],
  ]);
  const source = {
    ...{ track: 'course', slug: 'good', folder: 'course/good', files },
    ...(proofs === undefined ? {} : { proofs }),
  };
  return { source, ...compileLesson(source, tools) };
}

/** A lock file that says the key is proven, with the hash that a run would have written. */
function forgedLock(compiled: CompiledLesson, ids: readonly string[]): string {
  const [item] = compiled.lesson?.activities.flatMap(({ items }) => items) ?? [];
  const secret = item && compiled.lesson?.secrets.get(item.id)?.open();
  const [planned] = item && secret ? namedPlans({ item, secret }) : [];
  if (!planned) throw new Error('The item has a plan');
  const entry = {
    interpreter: 'python-3.11.3.wasm',
    hash: planHash(planned.plan, sha256),
    tried: planned.plan.trials.length,
    ...{ mutants: 1, caught: 1 },
  };
  return lockText(Object.fromEntries(ids.map((id) => [id, entry])));
}

test('a proof that nobody has run is believed until a fresh check, which names its entry', async () => {
  const lock = forgedLock(lessonSaying('3'), ['a-removed-item', 'sum']);
  expect(await proveLesson(lessonSaying('3', lock), trials)).toMatchObject({ proven: 1, findings: [] });
  const { proven, findings, locked } = await proveLesson(lessonSaying('3', lock), trials, true);
  expect(proven).toBe(0);
  expect(locked).toEqual({});
  expect(findings).toMatchObject([
    { rule: 'key-wrong', file: 'course/good/practice.mdx' },
    {
      ...{ rule: 'proof-forged', severity: 'error', itemId: 'sum' },
      ...{ file: 'course/good/proofs.lock.json', line: 11, column: 5 },
      message: expect.stringMatching(/«sum».*remove this entry.*content -- fix/),
    },
  ]);
});

test('a proof of another key is not believed', async () => {
  const lock = forgedLock(lessonSaying('2'), ['sum']);
  expect(await proveLesson(lessonSaying('2', lock), trials)).toMatchObject({ proven: 1, findings: [] });
  expect(await proveLesson(lessonSaying('3', lock), trials)).toMatchObject({
    proven: 0,
    findings: [{ rule: 'key-wrong' }],
  });
});

test('a damaged lock file is an error of the lesson, whose keys are proven anew', async () => {
  const compiled = lessonSaying('2', '<<<<<<< HEAD\n{}\n');
  const ofLock = compiled.findings.filter(({ file }) => file.endsWith('/proofs.lock.json'));
  expect(ofLock).toMatchObject([{ rule: 'proof-lock', severity: 'error', line: 1, column: 1 }]);
  const { proven, locked } = await proveLesson(compiled, trials);
  expect([proven, Object.keys(locked)]).toEqual([1, ['sum']]);
});
