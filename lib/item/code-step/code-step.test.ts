import { expect, test } from 'vitest';
import { explained, graded, incomplete, posted, readItem } from '#lib/item/testing/read-item.ts';
import { examples } from './examples.ts';

const step = readItem(examples.codeStep);
const code = (text: string) => ({ code: [text] });

test.each([
  { text: 'import random\nrandom.seed(42)\nrandom.shuffle(rows)', score: 1, why: 'the solution' },
  { text: 'random . seed ( 1 )\nrandom.shuffle (rows)', score: 1, why: 'blanks never decide' },
  { text: 'random.seed(1)\r\nrandom.shuffle(rows)', score: 1, why: 'nor do line ends' },
  { text: 'import random', score: 0.333, why: 'the starter passes the check for what it lacks' },
  { text: 'random.shuffle(rows)\nrandom.seed(1)', score: 0.667, why: 'the wrong order fails one check' },
  { text: '# random.seed(1)\nrandom.shuffle(rows)', score: 0.333, why: 'a comment is no code' },
  { text: 'x = 1#random.seed(1)\nrandom.shuffle(rows)', score: 0.333, why: 'nor is one behind code' },
  {
    text: 'n = len(rows) // 2; random.seed(n)\nrandom.shuffle(rows)',
    score: 1,
    why: 'two slashes are a division in Python',
  },
  {
    text: 's = "#"; random.seed(1); random.shuffle(rows)',
    score: 1,
    why: 'a hash in quotes begins no comment',
  },
  {
    text: 'random.seed(time.time())\nrandom.shuffle(rows)',
    score: 0.667,
    why: 'what must be lacking is there',
  },
])('$why', ({ text, score }) => expect(graded(step, code(text)).score).toBe(score));

test.each([
  { code: '/* sort() */', held: false, why: 'a comment between stars is no code' },
  { code: 'a = 1 /* first\nsort()\n*/', held: false, why: 'nor is one over several lines' },
  { code: '/* sort() ', held: false, why: 'nor one without an end' },
  { code: 'a = "/*"; sort() // */', held: true, why: 'stars in quotes begin none' },
  { code: 'a = "\\\\" // sort()', held: false, why: 'a backslash before a backslash ends no quote' },
  { code: 'a = "\\" // "; sort()', held: true, why: 'one before a quote keeps it open' },
  { code: "// it's\nsort()", held: true, why: 'an apostrophe in a comment opens no quote' },
  { code: 'a = 6 / 2 * 3; sort()', held: true, why: 'a division is no comment' },
])('in JavaScript $why', ({ code: text, held }) => {
  const program = (text: string) => `\`\`\`javascript\n${text}\n\`\`\``;
  const read = readItem(
    `<CodeStep id="x" objective="aim">\n\nSort.\n\n${program('x')}\n\n<Check id="a" has="sort()">m</Check>\n\n<Solution>\n\n${program('sort()')}\n\n</Solution>\n\n</CodeStep>\n`,
  );
  expect(graded(read, code(text)).correct).toBe(held);
});

test('right means that every check holds', () => {
  expect(graded(step, code('random.seed(1)\nshuffle(rows)')).correct).toBe(true);
  expect(graded(step, code('random.seed(1)')).correct).toBe(false);
});

test('only a byte order mark and the kind of line end are removed from a program', () => {
  expect(posted(step, code('\ufeffa = "“\u00a0”—\u200b…"\r\nb'))).toEqual({
    code: 'a = "“\u00a0”—\u200b…"\nb',
  });
});

test('an empty editor is not complete', () => {
  expect(incomplete(step, code(' \n'))).not.toBeNull();
  expect(incomplete(step, {})).not.toBeNull();
  expect(incomplete(step, code('x'))).toBeNull();
});

test('failed checks say what is missing, passed ones say nothing', () => {
  const { parts, notes } = explained(step, code('shuffle(x)'), false);
  expect(parts).toEqual({ seeded: 'wrong', ordered: 'wrong', 'no-time': 'right' });
  expect(Object.keys(notes)).toEqual(['seeded', 'ordered']);
});

test('the program has an end', () => {
  expect(step.type.formSchema.safeParse(code('a'.repeat(20_001))).success).toBe(false);
  expect(posted(step, code('a\r\nb'))).toEqual({ code: 'a\nb' });
});
