import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runVerb } from '#lib/cli/command/run-verb.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { contentCommand } from './command.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a separate process, as an author does. */
function contentProcess(...args: string[]): Promise<Ended> {
  const command = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'lib/cli/content.ts', ...args];
  return new Promise((resolve) =>
    execFile(process.execPath, command, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    ),
  );
}

/** Runs it in this process, which spares the start of one. */
async function content(...args: string[]): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: unknown) => void out.push(`${text}\n`)),
    vi.spyOn(console, 'error').mockImplementation((text: unknown) => void err.push(`${text}\n`)),
  ];
  try {
    return { code: await runVerb(contentCommand, args), out: out.join(''), err: err.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A folder of tracks with the good course in it, some of its files changed. */
function course(changed: Record<string, string> = {}): string {
  const dir = tempFolder('content');
  for (const [path, text] of Object.entries({ ...goodCourse, ...changed })) {
    const file = join(dir, 'course', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return dir;
}

const parsed = ({ out }: Ended): Record<string, unknown> => JSON.parse(out);
const errorsIn = (findings: unknown): unknown[] =>
  Array.isArray(findings) ? findings.filter(({ severity }) => severity === 'error') : [];
const slow = 120_000;

test(
  'check prints only the object of the contract for a good course and exits with 0',
  async () => {
    const ended = await contentProcess('check', course(), '--json');
    expect(ended.code).toBe(0);
    expect(ended.out.trim().split('\n')).toHaveLength(1);
    expect(ended.err).toContain('course/good');
    const report = parsed(ended);
    expect(Object.keys(report)).toEqual(['lessons', 'items', 'findings', 'guessers', 'verdicts', 'proofs']);
    expect(report).toMatchObject({
      lessons: 2,
      items: 25,
      // The course has no lock file yet: its trace and three items were run just now.
      findings: [{ rule: 'proof-missing', severity: 'warning' }],
      proofs: { proven: 4, stale: 0, unproven: 0 },
    });
  },
  slow,
);

test(
  'check prints annotations for GitHub, and refuses a format that is not there',
  async () => {
    const dir = course({ 'good/why.mdx': 'Under <5 %.\n' });
    const { code, out } = await content('check', dir, '--format', 'github');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::error file=.*good\/why\.mdx,line=1,col=7,title=prose-less-than::.* `inline code`\.$/m,
    );
    expect((await content('check', dir, '--format', 'xml')).err).toContain('text, github, json');
  },
  slow,
);

test(
  'check lists mistakes by file, line and column and exits with 1',
  async () => {
    const dir = course({ 'good/why.mdx': '# Big\n\nUnder <5 %.\n', 'good/scale.mdx': '<Quiz />\n' });
    const { code, out } = await contentProcess('check', dir);
    expect(code).toBe(1);
    expect(out).toMatch(
      /good\/why\.mdx:1:1 {2}heading-one {2}.*\n.*good\/why\.mdx:3:7 {2}prose-less-than {2}/,
    );
    expect(out).toMatch(/good\/scale\.mdx:1:1 {2}component {2}/);
    expect(out.trim().split('\n').at(-1)).toMatch(/^2 lessons, \d+ items, 4 findings, 0 flagged guessers$/);
  },
  slow,
);

test(
  'check of one lesson compiles its track, so that prerequisites are known, and reports on that lesson only',
  async () => {
    const dir = course({ 'short/lesson.mdx': `${goodCourse['short/lesson.mdx']}\n# Big\n` });
    const good = parsed(await content('check', join(dir, 'course', 'good'), '--json'));
    expect(good).toMatchObject({ lessons: 1, findings: [{ rule: 'proof-missing' }] });
    const short = parsed(await content('check', join(dir, 'course', 'short'), '--json'));
    expect(short).toMatchObject({ lessons: 1, findings: [{ rule: 'heading-one' }] });
  },
  slow,
);

test(
  'check fails for a lesson whose test a blind guesser passes',
  async () => {
    const items = Array.from(
      { length: 12 },
      (_, at) => `<Choice id="long-${at}" level="easy" objective="first-aim">

Which of them is number ${at}?

- [ ] A short one <Id is="a" />
- [x] A much longer and more careful one <Id is="b" />
- [ ] A brief one <Id is="c" />
- [ ] A small one <Id is="d" />

</Choice>
`,
    );
    const ended = await content('check', course({ 'good/pool.mdx': items.join('\n') }), '--json');
    expect(ended.code).toBe(1);
    const { findings, guessers } = parsed(ended);
    expect(errorsIn(findings)).toEqual([
      expect.objectContaining({
        file: expect.stringMatching(/course\/good\/pool\.mdx$/),
        line: 1,
        severity: 'error',
        rule: 'test-guessed',
        message: expect.stringContaining('«longest option»'),
      }),
    ]);
    expect(guessers).toContainEqual(
      expect.objectContaining({
        bot: 'longest option',
        scope: 'course/good/test',
        items: 12,
        score: 1,
        chance: 0.25,
        flagged: true,
      }),
    );
  },
  slow,
);

test.each([
  { args: [], says: 'Usage:' },
  { args: ['chekc'], says: 'There is no verb "chekc"' },
  { args: ['check', 'no/such/folder'], says: 'There is no folder "no/such/folder"' },
  { args: ['check', 'package.json'], says: 'is a file' },
  { args: ['check', 'content/tracks', 'more'], says: 'Name one folder at a time' },
  { args: ['check', '--jsn'], says: '--jsn' },
])(
  'wrong arguments $args print the help and exit with 2',
  async ({ args, says }) => {
    const { code, out, err } = await content(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err).toContain('npm run content -- check');
  },
  slow,
);

const lacking = `<Choice level="easy" objective="first-aim">

What does a seed decide?\r

- [x] The start of the sequence
  > Correct, it does.
- [ ] The end of it, <b
- [ ] The speed <Id is="speed" />
- [ ]
  \`\`\`python
  random.seed(42)
  \`\`\`

</Choice>

<Step level="easy" title="Within">

<WhatIf>

What happens with ten runs?

<Solution>

Ten times the cost.

</Solution>

</WhatIf>

</Step>
`;

test(
  'fix keeps ids beside the text where a lesson has them there, and an edit of the text keeps them',
  async () => {
    const bare = goodCourse['good/practice.mdx']?.replace(' id="good-number"', '') ?? '';
    const dir = course({ 'good/practice.mdx': bare });
    const [practice, ids] = ['practice.mdx', 'ids.json'].map((name) => join(dir, 'course', 'good', name));
    if (!practice || !ids) throw new Error('No paths');
    const first = await content('fix', dir, '--ids', 'side');
    expect(first.err).toBe('');
    const aside = readFileSync(practice, 'utf8');
    expect(aside).not.toMatch(/ id="/);
    expect(JSON.parse(readFileSync(ids, 'utf8')).items).toContainEqual({
      ...{ id: 'good-practice-many-gigabytes', tag: 'Number' },
      text: expect.stringContaining('gigabytes?'),
    });
    writeFileSync(practice, aside.replace('How many gigabytes?', 'How many gigabytes are there?'));
    const report = await content('check', dir, '--json');
    expect(parsed(report)).toMatchObject({ items: 25 });
    expect(report.out).not.toMatch(/"rule":"(?:item-id-missing|id-unclear|ids-file)"/);
    const second = await content('fix', dir);
    expect(second.out).toContain('Every item and option has its id.');
    expect(readFileSync(ids, 'utf8')).toContain('gigabytes are there?');
    expect(readFileSync(ids, 'utf8')).toContain('good-practice-many-gigabytes');
  },
  slow,
);

test(
  'fix adds missing ids and changes nothing else, and a second run adds nothing',
  async () => {
    const stale = (goodCourse['good/visualize.mdx'] ?? '').replace('| 1 | 1 |  |', '| 1 | 2 |  |');
    const dir = course({ 'good/why.mdx': lacking.replace(', <b', ''), 'good/visualize.mdx': stale });
    const file = join(dir, 'course', 'good', 'why.mdx');
    const before = lacking.replace(', <b', '');
    const first = await content('fix', dir);
    const after = readFileSync(file, 'utf8');
    expect(first.code).toBe(0);
    expect(first.out).toContain('5 ids added.');
    expect(first.out).toMatch(/visualize\.mdx:\d+ 2 steps of a trace recorded/);
    expect(after).toContain('<Choice id="good-why-seed-decide" level="easy"');
    expect(after).toContain('- [x] The start of the sequence <Id is="start-sequence" />');
    expect(after).toContain('- [ ] <Id is="random-seed-42" />');
    expect(after).toContain('<WhatIf id="good-why-happens-ten-runs">');
    expect(after.replace(/ (?:id="good-why[^"]*"|<Id is="(?!speed)[^"]*" \/>)/g, '')).toBe(before);
    const second = await content('fix', dir);
    expect(second.out).toContain('Every item and option has its id.');
    expect(second.out).not.toContain('recorded');
    expect(readFileSync(file, 'utf8')).toBe(after);
    expect(parsed(await content('check', dir, '--json')).findings).toEqual([]);
  },
  slow,
);

test(
  'import writes questions into a lesson and checks it; a dry run writes nothing',
  async () => {
    const dir = course();
    const lesson = join(dir, 'course', 'good');
    const file = join(dir, 'more.gift');
    writeFileSync(
      file,
      'What begins where a seed says? {=the draws ~the clock ~the file}\n\nBroken {=a ~b\n',
    );
    const dry = await content('import', 'gift', file, '--into', lesson, '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.out).toContain(`${file}:1:1  kept  choice  `);
    expect(dry.out).toContain(`${file}:3:8  refused  question  This { is never closed.`);
    expect(readFileSync(join(lesson, 'pool.mdx'), 'utf8')).toBe(goodCourse['good/pool.mdx']);
    const first = await content('import', 'gift', file, '--into', lesson);
    expect(first.code).toBe(0);
    expect(first.out).toContain('1 added, 0 replaced, 0 the same as before, 0 left as the lesson has them.');
    expect(readFileSync(join(lesson, 'pool.mdx'), 'utf8')).toContain('What begins where a seed says?');
  },
  slow,
);

test(
  'import shows how a file of another encoding reads, and reads it when told',
  async () => {
    const dir = tempFolder('content');
    const file = join(dir, 'old.gift');
    writeFileSync(file, Buffer.from('Where is the caf\u00e9? {=here ~there ~nowhere}\n', 'latin1'));
    const refused = await content('import', 'gift', file);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`${file}:1:17 is not UTF-8. As windows-1252`);
    expect(refused.err).toContain('  1: Where is the café?');
    const read = await content('import', 'gift', file, '--encoding', 'windows-1252');
    expect(read.out).toContain('Where is the café?');
  },
  slow,
);
