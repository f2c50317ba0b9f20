import { expect, test } from 'vitest';
import { compileCourse } from '#tests/planted-mistakes/course.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { siblingFindings } from './siblings.ts';

const pool = goodCourse['good/pool.mdx'] ?? '';
const practice = goodCourse['good/practice.mdx'] ?? '';

/** What is said of the good course with these items added. */
function found(added: string, practised = '') {
  const files = {
    ...goodCourse,
    'good/pool.mdx': `${pool}\n${added}`,
    'good/practice.mdx': `${practice}\n${practised}`,
  };
  const { tracks, findings } = compileCourse(files);
  expect(findings).toEqual([]);
  const lesson = tracks[0]?.lessons.find(({ slug }) => slug === 'good');
  return lesson
    ? siblingFindings(lesson).map(({ rule, itemId, message }) => ({ rule, itemId, message }))
    : [];
}

const blanks = (more = '', line = 'rng = random.Random([[run_seed]] + worker_id)') =>
  `<Blanks id="gap" level="easy" objective="first-aim"${more}>\n\nGive each worker its own stream.\n\n\`\`\`python\n${line}\n\`\`\`\n\n</Blanks>\n`;
const choice = (
  id: string,
  asks: string,
  right: string,
  more = '',
) => `<Choice id="${id}" level="hard" objective="first-aim"${more}>

${asks}

- [x] ${right} <Id is="right" />
- [ ] The clock of the machine <Id is="clock" />
- [ ] The name of the file <Id is="file" />

</Choice>
`;
const program = '\n\n```python\nrng = random.Random(run_seed + worker_id)\nrng.shuffle(rows)\n```\n';

test('a gap is reported whose line stands whole in another item', () => {
  const [one, ...more] = found(blanks() + choice('other', `What differs by worker?${program}`, 'The stream'));
  expect(more).toEqual([]);
  expect(one).toMatchObject({ rule: 'answer-elsewhere', itemId: 'gap' });
  expect(one?.message).toContain('Gap 1, filled with «run_seed»,');
  expect(one?.message).toContain('apart="gap"');
});

test.each([
  {
    why: 'the other item has the line with another word',
    added: blanks() + choice('other', `What differs?${program.replace('run_seed', '42')}`, 'The stream'),
  },
  {
    why: 'both belong to one group',
    added:
      blanks(' apart="streams"') +
      choice('other', `What differs?${program}`, 'The stream', ' apart="streams"'),
  },
  {
    why: 'there is too little around the gap',
    added: blanks('', '[[rng]].a') + choice('other', `What differs?${program}`, 'The stream'),
  },
])('nothing is said when $why', ({ added }) => expect(found(added)).toEqual([]));

test('a right option is reported that another question states', () => {
  const right = 'The order in which the files are listed';
  const [one, ...more] = found(
    choice('asks', 'What does no seed fix?', right) +
      choice('tells', `A colleague says: ${right.toLowerCase()} is not seeded. What helps?`, 'Sorting'),
  );
  expect(more).toEqual([]);
  expect(one).toMatchObject({ rule: 'answer-elsewhere', itemId: 'asks' });
  expect(one?.message).toContain('The right option stands in another item');
});

const asked = 'A worker draws twice after the same seed. Which part of the stream does it get?';
const practised = `<Choice id="practised">

A worker draws twice after one seed. Which part of the stream does it get now?

- [x] The first two numbers <Id is="right" />
- [ ] The clock of the machine <Id is="clock" />
- [ ] The name of the file <Id is="file" />

</Choice>
`;

test('an item is reported that was practised in almost the same words with the same answer', () => {
  const [one, ...more] = found(choice('copy', asked, 'The first two numbers'), practised);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ rule: 'near-copy', itemId: 'copy' });
  expect(one?.message).toMatch(/practice\.mdx:\d+ and has the same answer.*\(cosine 0\.[5-9]\d\)/);
});

test.each([
  {
    how: 'with another number and answer',
    stem: asked.replace('twice', 'three times'),
    right: 'The first three numbers',
  },
  { how: 'with the answer in other words', stem: asked.replace('worker', 'job'), right: 'The first two' },
  { how: 'turned round', stem: asked.replace('the same seed', 'another seed'), right: 'None of it' },
])('an item is reported that was practised $how', ({ stem, right }) => {
  const [one, ...more] = found(choice('copy', stem, right), practised);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ rule: 'near-copy', itemId: 'copy' });
});

const typed = (tag: string, asks: string, answer: string) =>
  `<${tag} id="asks" level="easy" objective="first-aim">\n\n${asks}\n\n- [x] ${answer}\n\n</${tag}>\n`;

test.each([
  {
    kind: 'number',
    asks: typed('Number', 'How many rows does the churn table hold after the split?', '8100'),
    tells: 'After the split the churn table holds 8100 rows. What changes with another seed?',
  },
  {
    kind: 'text',
    asks: typed('Text', 'Which file of uv pins every hash of the environment?', 'uv.lock'),
    tells: 'A team commits uv.lock, the file in which uv pins every hash of the environment. What is left?',
  },
  {
    kind: 'short option',
    asks: choice('asks', 'Which call gives the state of a generator?', '`getstate`'),
    tells: 'With `getstate` a program reads the state of a generator by one call. What puts it back?',
  },
])('a $kind is reported that another question states in context', ({ asks, tells }) => {
  const [one, ...more] = found(asks + choice('tells', tells, 'The order'));
  expect(more).toEqual([]);
  expect(one).toMatchObject({ rule: 'answer-elsewhere', itemId: 'asks' });
});

test('a short answer may stand in a question about something else', () => {
  const asks = typed('Number', 'How many rows does the churn table hold after the split?', '8100');
  expect(found(asks + choice('tells', 'A port such as 8100 is taken. What helps?', 'The order'))).toEqual([]);
});

test('another case of the same task is none', () => {
  const other = 'Two workers shuffle after one seed each. Which part of the stream differs by worker?';
  expect(found(choice('case', other, 'Whatever follows number seven'), practised)).toEqual([]);
});
