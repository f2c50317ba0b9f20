import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { phrase } from '#lib/mastery/testing/question-bank.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';
import { isRefused } from './check.ts';
import { checkBank } from './check-bank.ts';

const folder = await mkdtemp(join(tmpdir(), 'surefoot-bank-'));

afterAll(async () => {
  await processCompiler().close();
  await rm(folder, { recursive: true });
});

const size = 20;

/** Questions whose right option, the first of the file, is longer by some words. */
function gift(more: number): string {
  const dice = chance('a bank');
  return Array.from({ length: size }, () => {
    const [right, ...wrong] = Array.from({ length: 4 }, () => phrase(dice, 6));
    const key = [right, ...(more > 0 ? [phrase(dice, more)] : [])].join(' ');
    return `What does the ${phrase(dice, 4)} tell?\n{=${key} ~${wrong.join(' ~')}}\n`;
  }).join('\n');
}

async function judged(name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return { path, report: await checkBank(path) };
}

test('a bank whose right options are longest is refused, with the bot and the lines of the file', async () => {
  const { path, report } = await judged('long.gift', gift(4));
  expect(isRefused(report)).toBe(true);
  expect(report.items).toBe(size);
  expect(report.guessers).toContainEqual(
    expect.objectContaining({ bot: 'longest option', scope: path, items: size, score: 1, flagged: true }),
  );
  const [finding, ...others] = report.findings.filter(({ severity }) => severity === 'error');
  expect(others).toEqual([]);
  // A question has three lines, with the empty one.
  expect(finding).toMatchObject({ file: path, line: 1, rule: 'test-guessed' });
  expect(finding?.message).toContain('(lines 1, 4, 7, 10');
});

test('a fair bank passes, although its format lists the right option first', async () => {
  const { report } = await judged('fair.gift', gift(0));
  expect(isRefused(report)).toBe(false);
  expect(report.guessers.filter(({ flagged }) => flagged)).toEqual([]);
});

test('what cannot be read is told at its line, and a short bank is no error', async () => {
  const { path, report } = await judged('part.gift', 'One? {=a word ~b word ~c word}\n\nTwo? {=a ~b\n');
  expect(report).toMatchObject({ lessons: 0, items: 1 });
  expect(report.findings).toContainEqual(
    expect.objectContaining({ file: path, line: 3, severity: 'warning', rule: 'question-unreadable' }),
  );
  expect(isRefused(report)).toBe(false);
});

test('a file without a question for a test says why, and is an error', async () => {
  for (const [name, text, why] of [
    ['none.json', '{"about": []}', /There is no list of questions/],
    [
      'cards.csv',
      'front one,back one\nfront two,back two\n',
      /2 can be read, and none of them can be failed/,
    ],
    ['broken.gift', 'Two? {=a ~b\n', /None of them can be read/],
    ['blank.gift', '', /no question for a test/],
  ] as const) {
    const { path, report } = await judged(name, text);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    expect(errors, name).toMatchObject([
      { file: path, line: 1, rule: 'bank-empty', message: expect.stringMatching(why) },
    ]);
  }
});

test('a bank with more text than one file of a lesson may have is judged, with its own lines', async () => {
  const words = 'word '.repeat(900);
  const question = (at: number) => `What of ${at}? ${words}\n{=right ${at} ~wrong ${at} ~other ${at}}\n`;
  const whole = Array.from({ length: 120 }, (_, at) => question(at)).join('\n');
  const { path, report } = await judged('big.gift', whole);
  expect(report.findings.filter(({ rule, line }) => rule === 'limit' || line % 3 !== 1)).toEqual([]);
  expect(report.verdicts).toMatchObject([{ lesson: path }]);
});

test('the format is told by the ending, and XML by its first element', async () => {
  const quiz =
    '<?xml version="1.0"?>\n<quiz><question type="shortanswer"><name><text>n</text></name><questiontext><text>Who?</text></questiontext><answer fraction="100"><text>Ada</text></answer></question></quiz>';
  const list = JSON.stringify([{ question: 'Which one?', options: ['a', 'b', 'c'], answer: 'b' }]);
  const sheet = 'question,right,wrong\nWhich one?,a,b|c';
  for (const [name, text] of [
    ['moodle.xml', quiz],
    ['list.json', list],
    ['sheet.csv', sheet],
  ] as const)
    expect((await judged(name, text)).report.items, name).toBe(1);
  await expect(judged('bank.docx', '')).rejects.toThrow('tells no format');
  await expect(checkBank(join(folder, 'none.gift'))).rejects.toThrow('There is no file');
});
