import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { gateLesson } from './gate.ts';
import { choicesOf, type LessonParts, lessonOf, placed } from './testing/lesson-of.ts';
import { type BankDesign, phrase, questionBank } from './testing/question-bank.ts';

const dice = chance('gate');
const choices = (design: BankDesign, prefix?: string, file?: string) =>
  choicesOf(questionBank(dice, design), prefix, file);
const found = (parts: LessonParts) => gateLesson(lessonOf(parts), []).findings;
const rules = (parts: LessonParts) => found(parts).map(({ rule, severity }) => `${severity} ${rule}`);
const longer = (text: string) => `${text} ${phrase(dice, 6)}`;
/** As in the public bank of 559 questions in which the right option is the longest in 84 %. */
const oftenLonger = (text: string) => (dice.below(100) < 80 ? longer(text) : text);

test('a pool whose right options are the longest is an error that names the bot, the items and the cure', () => {
  const [finding, ...more] = found({ pool: choices({ size: 12, right: longer }) });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', rule: 'test-guessed', file: 'pool.mdx', line: 1 });
  expect(finding?.message).toMatch(/called strong in \d+\.\d of 100 simulated tests; at most 1 is allowed/);
  expect(finding?.message).toContain(
    '«longest option» does it, and is right in 100 % of 12 questions (lines 1, 11, 21, 31, 41, 51, 61, 71 and 4 more). Shorten it',
  );
});

test('six pools like a public bank are all refused', () => {
  const pools = Array.from({ length: 6 }, () => rules({ pool: choices({ size: 20, right: oftenLonger }) }));
  expect(pools.filter(([first]) => !first?.startsWith('error'))).toEqual([]);
});

test('of twenty fair lessons none is refused, and at most four are warned', () => {
  const lessons = Array.from({ length: 20 }, () =>
    rules({ pool: choices({ size: 16 }), practice: choices({ size: 8 }, 'q', 'practice.mdx') }),
  );
  expect(lessons.flat().filter((one) => one.startsWith('error'))).toEqual([]);
  // At a rate of 5 % the probability of five or more among twenty is .3 %.
  expect(lessons.filter((one) => one.length > 0).length).toBeLessThanOrEqual(4);
});

test('a favoured place in the file is a warning, since every test shuffles', () => {
  const [finding, ...more] = found({ pool: choices({ size: 24, place: () => 0 }) });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', rule: 'guessable' });
  expect(finding?.message).toContain('«favourite place»');
});

test('a copy of the lesson teaches its answers and no habit, so bots do not learn from it', () => {
  const pool = choices({ size: 20 });
  const copy = lessonOf({ id: 'copy', pool });
  expect(gateLesson(lessonOf({ pool }), [copy]).findings).toEqual([]);
});

test('six practice items with one long option are an error at the first of them, as check exits with 1 for them', () => {
  const practice = choices({ size: 6, right: (text) => `${text} ${text}` }, 'q', 'practice.mdx');
  const [finding, ...more] = found({ pool: choices({ size: 24 }), practice });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', rule: 'guessable', file: 'practice.mdx', line: 1 });
  expect(finding?.message).toContain('«longest option» knows nothing and is right in 100 % of 6 questions');
});

test('twelve items with two options are refused, with the number of items that would help', () => {
  const [finding, ...more] = found({ pool: choices({ size: 12, options: 2 }) });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', rule: 'pool-weak', line: 1 });
  expect(finding?.message).toMatch(/Add \d+ more that cannot be guessed .*, or \d+ more with four options/);
});

test('twenty such items are a warning, since a test that is continued can still be strong', () => {
  expect(rules({ pool: choices({ size: 20, options: 2 }) })).toEqual(['warning pool-weak']);
});

test.each([
  { options: 3, size: 12 },
  { options: 4, size: 10 },
  { options: 6, size: 10 },
])('a pool of $size items with $options options can tell who is strong', ({ options, size }) =>
  expect(rules({ pool: choices({ size, options }) }).filter((rule) => rule.includes('pool-weak'))).toEqual(
    [],
  ),
);

const numbered = (at: number) => `<Order id="o-${at}" level="easy" objective="aim">

Put them in order.

1. Step 1: ${phrase(dice, 3)} <Id is="x${dice.below(1e6)}" />
2. Step 2: ${phrase(dice, 3)} <Id is="y${dice.below(1e6)}" />
3. Step 10: ${phrase(dice, 3)} <Id is="z${dice.below(1e6)}" />

</Order>
`;
const alike = (at: number) => `<Match id="m-${at}" level="easy" objective="aim">

| Term | Meaning |
|---|---|
| seed ${at} <Id is="a" /> | what sets the seed ${at} <Id is="f" /> |
| split ${at} <Id is="b" /> | the split ${at} <Id is="e" /> |
| image ${at} <Id is="c" /> | an image of it ${at} <Id is="d" /> |

</Match>
`;

test.each([
  { kind: 'orders whose steps are numbered', write: numbered, bot: 'in alphabetical order' },
  { kind: 'pairs that share a word', write: alike, bot: 'most words of the question' },
])('$kind are guessed', ({ write, bot }) => {
  const pool = Array.from({ length: 12 }, (_, at) => placed(write(at), at));
  const [finding] = found({ pool });
  expect(finding).toMatchObject({ severity: 'error', rule: 'test-guessed' });
  expect(finding?.message).toContain(`«${bot}»`);
});

const bankOf = (at: number) => `<Blanks id="b-${at}" level="easy" objective="aim">

Fill in.

\`\`\`python
random.[[seed]](${at})
\`\`\`

<Bank>

- \`mix\`
- \`choice\`
- \`sample\`

</Bank>

</Blanks>
`;

test('gaps whose answer is the commonest word of the lesson are guessed', () => {
  const pool = Array.from({ length: 12 }, (_, at) => placed(bankOf(at), at));
  const [finding] = found({ pool, text: 'A seed is a seed. The seed starts a shuffle.' });
  expect(finding?.message).toContain('«most familiar from the lesson»');
});
