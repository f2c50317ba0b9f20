import { afterAll, expect, test } from 'vitest';
import type { CompiledLesson } from '#lib/lesson/assemble.ts';
import { compileLesson } from '#lib/lesson/compile-lesson.ts';
import { cacheRuns } from '#lib/server/sandbox/cache-runs.ts';
import { openSandbox } from '#lib/server/sandbox/sandbox.ts';
import { openTrialRunner } from '#lib/server/sandbox/trial-runner.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { checkRuns } from './run-findings.ts';

const opened = openSandbox();
const trials = openTrialRunner({ shell: false });
afterAll(() => {
  opened.close();
  trials.close();
});
const runners = { sandbox: cacheRuns(opened), trials };

/** One file of the good lesson, changed, beside its front matter. */
function lesson(file: string, was: string, is: string): CompiledLesson {
  const files = new Map(
    Object.entries(goodCourse).flatMap(([path, text]) => {
      const [slug, name] = path.split('/');
      if (slug !== 'good' || !name || ![file, 'lesson.mdx'].includes(name)) return [];
      if (name === file && !text.includes(was)) throw new Error(`${file} has no «${was}»`);
      return [[name, name === file ? text.replace(was, () => is) : text] as const];
    }),
  );
  const source = { track: 'course', slug: 'good', folder: 'course/good', files };
  const tools = {
    highlight: (value: string) => [{ type: 'text' as const, value }],
    hash: (text: string) => `${text.length}`.padStart(20, '0'),
  };
  return { source, ...compileLesson(source, tools) };
}

const found = async (file: string, was: string, is: string) => checkRuns([lesson(file, was, is)], runners);

test('a trace that matches the run of its program is proven', async () => {
  expect(await found('visualize.mdx', '', '')).toMatchObject({
    findings: [],
    proven: 1,
    stale: 0,
    unproven: 0,
  });
});

const rows = '| 1 | 1 |  | It is set. |\n| 2 | 1 | 1 | **It is shown.** |\n';
test.each([
  { why: 'a value', is: rows.replace('| 1 | 1 |  |', '| 1 | 2 |  |'), line: 10, words: 'x is 1 here' },
  {
    why: 'an output',
    is: rows.replace('| 2 | 1 | 1 |', '| 2 | 1 | 7 |'),
    line: 11,
    words: 'it printed 1 here',
  },
  {
    why: 'no output',
    is: rows.replace('| 1 | 1 |  |', '| 1 | 1 | 3 |'),
    line: 10,
    words: 'it printed nothing here',
  },
  {
    why: 'a line',
    is: rows.replace('| 2 | 1 | 1 |', '| 1 | 1 | 1 |'),
    line: 11,
    words: 'line 2 has run, not line 1 here',
  },
  {
    why: 'a row too many',
    is: `${rows}| 2 | 1 | 1 | Again. |\n`,
    line: 12,
    words: 'the run has ended after 2 steps here',
  },
  {
    why: 'a row too few',
    is: rows.replace('| 1 | 1 |  | It is set. |\n', ''),
    line: 10,
    words: 'line 1 has run, not line 2 here',
  },
])('a trace with $why that was not recorded: $words', async ({ is, line, words }) => {
  const { findings, stale } = await found('visualize.mdx', rows, is);
  expect(stale).toBe(1);
  expect(findings).toEqual([
    expect.objectContaining({
      rule: 'trace-differs',
      file: 'course/good/visualize.mdx',
      line,
      severity: 'error',
    }),
  ]);
  expect(findings[0]?.message).toContain(words);
});

test('a trace without rows is left to the compiler, which says how to get them', async () => {
  expect(await found('visualize.mdx', rows, '')).toMatchObject({ findings: [], stale: 1 });
});

test('a step that explains nothing is a warning, and its trace is proven all the same', async () => {
  const between = '\n```\n\n| line | x | prints | what happens |\n|---|---|---|---|\n';
  const was = `x = 1\nprint(x)${between}${rows}`;
  const is = `x = 1\npass\nprint(x)${between}| 1 | 1 |  |  |\n| 2 | 1 |  |  |\n| 3 | 1 | 1 |  |\n`;
  expect(await found('visualize.mdx', was, is)).toMatchObject({
    findings: [{ rule: 'trace-silent', severity: 'warning', line: 12 }],
    proven: 1,
  });
});

test.each([
  { why: 'a missing module', was: 'x = 1\n', is: 'import numpy; x = 1\n' },
  { why: 'another language', was: '```python\nx = 1', is: '```bash\nx = 1' },
])('a trace with $why is not run', async ({ was, is }) => {
  expect(await found('visualize.mdx', was, is)).toMatchObject({ findings: [], proven: 0, unproven: 1 });
});

test('the lines of a function are recorded before the line that called it', async () => {
  const program = 'def twice(n):\n    return n * 2\ny = twice(4)\n';
  const trace = `<Trace id="calls" title="A call">\n\n\`\`\`python\n${program}\`\`\`\n\n| line | n | y | what happens |\n|---|---|---|---|\n| 1 | | | The function is kept. |\n| 2 | 4 | | |\n| 3 | | 8 | |\n\n</Trace>\n`;
  expect(
    await found('visualize.mdx', '<Trace id="good-trace"', `${trace}\n<Trace id="good-trace"`),
  ).toMatchObject({
    findings: [],
    proven: 2,
  });
});

const check = '<Check id="seeded" has="random.seed(">';
const runs = (attributes: string) => `<Check id="draws" ${attributes}>It draws.</Check>\n\n${check}`;
test('a step whose solution passes its checks is proven', async () => {
  const is = runs('calls="random.random() < 1 and random.getstate()[0]" gives="3" has="random.seed"');
  expect(await found('project.mdx', check, is)).toMatchObject({
    findings: [{ rule: 'proof-missing', severity: 'warning', file: 'course/good/lesson.mdx' }],
    proven: 1,
  });
});

test('a solution that fails when it runs is reported with its output', async () => {
  const { findings, stale } = await found('project.mdx', check, runs('calls="1 + 1" gives="3"'));
  expect(stale).toBe(1);
  expect(findings).toEqual([
    expect.objectContaining({
      rule: 'solution-fails',
      itemId: 'good-step',
      file: 'course/good/project.mdx',
      line: 1,
    }),
  ]);
  expect(findings[0]?.message).toMatch(/the solution .*fails the check «draws»: 1 \+ 1 gives 2/);
});

test('a starter program that passes when it runs is reported', async () => {
  const { findings } = await found(
    'project.mdx',
    `${check}The seed is missing.</Check>`,
    '<Check id="imports" calls="random.__name__" gives="\'random\'">No.</Check>',
  );
  expect(findings).toEqual([expect.objectContaining({ rule: 'starter-passes', itemId: 'good-step' })]);
});
