import { afterAll, expect, test } from 'vitest';
import type { ProofLanguage } from '#lib/item/proof.ts';
import type { RunOutcome } from '#lib/item/run.ts';
import type { TrialRun } from '#lib/item/trial-result.ts';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { entryStore } from '#lib/server/content/compiler/entry-store.ts';
import { keptResults } from '#lib/server/content/compiler/kept-results.ts';
import { sha256 } from '#lib/server/content/read-content.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { keptRuns } from './kept-runs.ts';

const trace = `<Trace id="t" title="T">

\`\`\`python
x = 1
\`\`\`

| line | x | what happens |
|---|---|---|
| 1 | 1 | It is set. |

</Trace>
`;
const recorded = '{"steps":[{"line":1,"values":["1"],"prints":""}],"stop":null,"output":""}';
const finished: RunOutcome = {
  ...{ kind: 'finished', exitCode: 0, stdout: recorded, stderr: '', cut: false, stop: null, values: [] },
};

const lesson = (text: string, findings: Finding[] = []): CompiledLesson => ({
  source: { track: 't', slug: 'l', folder: 't/l', files: new Map([['why.mdx', text]]) },
  lesson: undefined,
  findings,
});

const trials = openTrialRunner({ shell: false });
afterAll(() => trials.close());

/** How often programs run when the same lessons are checked one after the other, each by a new process. */
async function runs(lessons: readonly CompiledLesson[], outcome: RunOutcome): Promise<number> {
  const folder = tempFolder('kept-runs');
  let count = 0;
  const sandbox = {
    run: async () => {
      count += 1;
      return outcome;
    },
  };
  for (const one of lessons) {
    const kept = keptResults(entryStore(folder), () => 'version');
    await keptRuns([one], { sandbox, trials }, { kept, isFresh: false });
    await kept.written();
  }
  return count;
}

const refused: Finding = {
  ...{ file: 't/l/deep.mdx', line: 1, column: 1, severity: 'error', rule: 'too-slow', message: 'Slow.' },
};

test.each([
  ['once for the same lesson', [lesson(trace), lesson(trace)], finished, 1],
  ['again after an edit', [lesson(trace), lesson(`${trace}\nMore.\n`)], finished, 2],
  ['again after a limit stopped them', [lesson(trace), lesson(trace)], { kind: 'time-out' }, 2],
  ['again when a file was given up', [lesson(trace, [refused]), lesson(trace)], finished, 2],
] satisfies [string, CompiledLesson[], RunOutcome, number][])(
  'programs run %s',
  async (_what, lessons, outcome, n) => {
    expect(await runs(lessons, outcome)).toBe(n);
  },
);

const typed = (stated: string) =>
  `<Output id="typed" level="easy" objective="first-aim">\n\nWhat does it print?\n\n\`\`\`python\nprint("a")\n\`\`\`\n\n\`\`\`output\n${stated}\n\`\`\`\n\n</Output>\n`;

/** A lesson with one program and no lock file. */
function unlocked(stated: string): CompiledLesson {
  const head = (goodCourse['good/lesson.mdx'] ?? '').replace('rule: challenge', 'rule: lesson');
  const files = new Map([
    ['lesson.mdx', head],
    ['practice.mdx', typed(stated)],
  ]);
  const source = { track: 't', slug: 'l', folder: 't/l', files };
  const tools = { highlight: (value: string) => [{ type: 'text' as const, value }], hash: sha256 };
  return { source, ...compileLesson(source, tools) };
}

test.each([
  ['once when it proves a key that no lock file has yet', { ...finished, stdout: 'a\n' }, false],
  ['again when it could not be run', { kind: 'crashed' }, true],
] satisfies [string, RunOutcome, boolean][])('a key is run %s', async (_what, outcome, runsAgain) => {
  const folder = tempFolder('kept-keys');
  let count = 0;
  const counts: number[] = [];
  const runner = {
    ...trials,
    run: async (_language: ProofLanguage, asked: readonly TrialRun[]) => {
      count += 1;
      return asked.map(() => [outcome, outcome]);
    },
  };
  const sandbox = { run: async () => outcome };
  const rules = [];
  for (const _time of [1, 2]) {
    const kept = keptResults(entryStore(folder), () => 'version');
    const { findings } = await keptRuns(
      [unlocked('a')],
      { sandbox, trials: runner },
      { kept, isFresh: false },
    );
    counts.push(count);
    rules.push(findings.map(({ rule }) => rule));
    await kept.written();
  }
  expect((counts[1] ?? 0) > (counts[0] ?? 0)).toBe(runsAgain);
  expect(rules[1]).toEqual(rules[0]);
});
