import { describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { type BankDesign, phrase, questionBank } from '#lib/mastery/testing/question-bank.ts';
import type { BlindQuestion } from './blind-question.ts';
import { botsOf } from './bots.ts';
import { flagLevel, minItems, runBots } from './guessers.ts';

const dice = chance('banks');
const bank = (design: BankDesign): BlindQuestion[] => questionBank(dice, design);
const results = (questions: BlindQuestion[], others: BlindQuestion[] = []) =>
  runBots([{ name: 'bank', questions }], botsOf(others));
const flagged = (questions: BlindQuestion[], others: BlindQuestion[] = []) =>
  results(questions, others).flatMap(({ bot, flagged: is }) => (is ? [bot] : []));
const words = (text: string) => text.split(' ');

describe('a bank of thirty is flagged whose right options', () => {
  const told = Array.from({ length: 40 }, () => phrase(dice, 7));
  test.each<[string, Omit<BankDesign, 'size'>, string]>([
    ['are 40 % longer', { right: (text) => `${text} ${phrase(dice, 3)}` }, 'longest option'],
    ['are much shorter', { right: (text) => words(text).slice(0, 3).join(' ') }, 'shortest option'],
    ['have the commas', { right: (text) => text.replaceAll(' ', ', ') }, 'most commas and ands'],
    [
      'repeat the question',
      { right: (text, stem) => [...words(text).slice(3), ...words(stem).slice(6, 9)].join(' ') },
      'most words of the question',
    ],
    ['are hedged', { right: (text) => `usually ${words(text).slice(1).join(' ')}` }, 'most hedged'],
    ['stand in the third place', { place: () => 2 }, 'favourite place'],
    ['alone have no absolute word', { wrong: (text) => `always ${text}` }, 'no absolute words'],
    ['have the numbers', { right: (text) => `${words(text).slice(1).join(' ')} 42` }, 'most exact'],
    [
      'were changed in one word for each wrong one',
      { wrong: (_text, key) => words(key).with(dice.below(4), phrase(dice, 1)).join(' ') },
      'most similar to the others',
    ],
    [
      'share no word with the wrong ones',
      {
        wrong: () => `branch merge ${phrase(dice, 4)} branch merge`,
        right: () => 'one two plus minus equals more',
      },
      'least similar to the others',
    ],
    ['alone are sentences', { right: (text) => `T${text}.` }, 'odd one out in form'],
    [
      'alone fit the article',
      {
        stem: () => 'What a table of draws holds is an',
        right: () => `index ${phrase(dice, 5)}`,
        wrong: (text) => `b${text}`,
      },
      'fits the grammar of the question',
    ],
    [
      'stand in the lesson',
      { lesson: told.join(' . '), right: () => told[dice.below(told.length)] ?? '' },
      'most familiar from the lesson',
    ],
  ])('%s', (_name, design, bot) => expect(flagged(bank({ size: 30, ...design }))).toContain(bot));

  test('are now longest, now shortest, never in between', () => {
    const right = (text: string) =>
      dice.below(2) === 0 ? `${text} ${phrase(dice, 6)}` : (words(text)[0] ?? '');
    expect(flagged(bank({ size: 30, right }))).toContain('odd one out in length');
  });
});

test('an author’s habit is learned from other lessons, though no single rule shows it in this one', () => {
  // A comma makes an option right, and so does a length; each alone is a weak sign.
  const right = (text: string) =>
    dice.below(2) === 0 ? `${text}, ${phrase(dice, 1)}` : `${text} ${phrase(dice, 2)}`;
  const others = bank({ size: 300, right });
  const own = results(bank({ size: 40, right }), others);
  const habits = own.find(({ bot }) => bot.startsWith('author'));
  expect(habits?.flagged).toBe(true);
  expect(habits?.score).toBeGreaterThan(0.5);
});

test('nothing is learned from lessons in which chance alone made the right option', () => {
  const others = bank({ size: 300 });
  const flags = Array.from({ length: 20 }, () => flagged(bank({ size: 30 }), others)).flat();
  expect(flags.filter((bot) => bot.startsWith('author')).length).toBeLessThanOrEqual(1);
});

test('six questions whose right option is by far the longest are enough', () => {
  expect(flagged(bank({ size: 6, right: (text) => `${text} ${text}` }))).toContain('longest option');
});

test('fair banks are flagged no more often than the level says', () => {
  const lessons = 200;
  let alarms = 0;
  for (let lesson = 0; lesson < lessons; lesson++) {
    const scopes = [30, 12, 8].map((size, at) => ({ name: `${at}`, questions: bank({ size }) }));
    const everything = { name: '', questions: scopes.flatMap(({ questions }) => questions) };
    if (runBots([everything, ...scopes], botsOf([])).some((result) => result.flagged)) alarms++;
  }
  // Three standard errors of a share of 200.
  expect(alarms / lessons).toBeLessThanOrEqual(
    flagLevel + 3 * Math.sqrt((flagLevel * (1 - flagLevel)) / lessons),
  );
});

test('too few questions give no results', () => {
  expect(results(bank({ size: minItems - 1 }))).toEqual([]);
  expect(results(bank({ size: minItems }))).not.toEqual([]);
});

test('a bot that sees no difference scores at chance level', () => {
  const same = bank({ size: 12, right: () => 'the same', wrong: () => 'the same' });
  for (const { bot, score, chance: expected, p, hits } of results(same)) {
    if (bot === 'favourite place') continue;
    expect(score).toBeCloseTo(expected, 10);
    expect(p).toBe(1);
    expect(hits).toEqual([]);
  }
});
