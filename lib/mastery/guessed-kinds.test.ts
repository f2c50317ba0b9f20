import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { gateLesson } from './gate.ts';
import { choicesOf, lessonOf, placed } from './testing/lesson-of.ts';
import { phrase, questionBank } from './testing/question-bank.ts';

const dice = chance('kinds');
const size = 24;
const item = (tag: string, at: number, body: string) =>
  `<${tag} id="p-${at}" level="easy" objective="aim">\n\n${body}\n\n</${tag}>\n`;
const listed = (right: string, wrong: readonly string[]) =>
  dice
    .shuffle([`- [x] ${right}`, ...wrong.map((text) => `- [ ] ${text}`)])
    .map((line, at) => `${line} <Id is="o${at}" />`)
    .join('\n');
const asks = () => `What does the ${phrase(dice, 4)} hold?`;
const fence = (code: string, language = 'python') => `\`\`\`${language}\n${code}\n\`\`\``;
const choice = (right: string, wrong: readonly string[]) => (at: number) =>
  item('Choice', at, `${asks()}\n\n${listed(right, wrong)}`);
const order = (steps: readonly string[], prompt = asks()) => {
  const lines = steps.map((step, at) => `${at + 1}. ${step} <Id is="s${dice.below(1e6)}${at}" />`);
  return (at: number) => item('Order', at, `${prompt}\n\n${lines.join('\n')}`);
};
const base = (at: number) => 103 + 10 * at;

/** What one item of such a pool is, and the bot that answers it. */
const habits: readonly (readonly [string, string, (at: number) => string])[] = [
  [
    'the number in the middle is right',
    'middle number',
    (at) => choice(`${base(at) + 20}`, [`${base(at)}`, `${base(at) + 47}`])(at),
  ],
  [
    'the largest number is right',
    'largest number',
    (at) =>
      choice(
        `${base(at) + 60}`,
        [0, 12, 25].map((more) => `${base(at) + more}`),
      )(at),
  ],
  [
    'the only round number is right',
    'roundest number',
    (at) => choice(`${[200, 500, 800][at % 3]}`, ['137', '461', '923'])(at),
  ],
  [
    'what is kept at the end is right',
    'kept at the end',
    (at) =>
      item(
        'Choice',
        at,
        `${asks()}\n\n${[3, 4, 5].map((words, option) => `- [ ] ${phrase(dice, words)} <Id is="o${option}" />`).join('\n')}\n- [x] ${phrase(dice, 4)} <Id is="z" last />`,
      ),
  ],
  [
    'one word marks what is right',
    'as in other questions',
    (at) =>
      choice(
        `${phrase(dice, 2)} because ${phrase(dice, 1 + (at % 3))}`,
        [3, 4, 5].map((words) => phrase(dice, words)),
      )(at),
  ],
  ['one text is typed in all', 'as in other questions', (at) => item('Text', at, `${asks()}\n\n- [x] seed`)],
  [
    'one number is typed in all',
    'as in other questions',
    (at) => item('Number', at, `${asks()}\n\n- [x] 42`),
  ],
  [
    'all programs print the same',
    'as in other questions',
    (at) => item('Output', at, `${asks()}\n\n${fence(`print(${at} < 99)`)}\n\n${fence('True', 'output')}`),
  ],
  [
    'the number stands in the question',
    'most words of the question',
    (at) => item('Number', at, `${asks()} There are ${base(at)} rows.\n\n- [x] ${base(at)}`),
  ],
  [
    'the name stands in the question',
    'most words of the question',
    (at) => item('Text', at, `What does \`make_${at}\` call?\n\n- [x] make_${at}`),
  ],
  [
    'what is printed stands in the program',
    'most words of the question',
    (at) =>
      item('Output', at, `${asks()}\n\n${fence(`print("no ${at}")`)}\n\n${fence(`no ${at}`, 'output')}`),
  ],
  [
    'the typed gap is named in the program',
    'most words of the question',
    (at) => item('Blanks', at, `${asks()}\n\n${fence(`rows_${at} = load()\nprint([[rows_${at}]])`)}`),
  ],
  [
    'the longest token fills the gap',
    'longest option',
    (at) =>
      item(
        'Blanks',
        at,
        `${asks()}\n\n${fence(`x.[[manual_${dice.below(1e6)}]](${at})`)}\n\n<Bank>\n\n- \`ab\`\n- \`cd\`\n- \`ef\`\n\n</Bank>`,
      ),
  ],
  [
    'steps grow longer',
    'shortest option',
    (at) => order([1, 3, 5, 7].map((words) => phrase(dice, words)))(at),
  ],
  [
    'steps begin with first and then',
    'in alphabetical order',
    (at) =>
      order(['First', 'Then', 'Later', 'Finally'].map((word) => `${word} ${phrase(dice, 2 + (at % 2))}`))(at),
  ],
  [
    'the question names the steps in order',
    'most words of the question',
    (at) => {
      const steps = ['pull', 'add', 'commit', 'build'].map((word) => `${word} ${dice.below(1e6)}`);
      return order(steps, `Sort ${steps.join(', ')}.`)(at);
    },
  ],
];

test.each(habits)('a pool is refused in which %s', (_habit, bot, write) => {
  const pool = Array.from({ length: size }, (_, at) => placed(write(at), at));
  const [finding] = gateLesson(lessonOf({ id: bot, pool }), []).findings;
  expect(finding).toMatchObject({ severity: 'error', rule: 'test-guessed' });
  expect(finding?.message).toContain(`«${bot}»`);
});

test('a pool is refused whose kinds are each guessed by another rule', () => {
  const longest = choicesOf(
    questionBank(dice, { size: 12, right: (text) => `${text} ${phrase(dice, 6)}` }),
    'c',
  );
  const stated = Array.from({ length: 12 }, (_, at) =>
    placed(item('Number', at + 12, `${asks()} There are ${base(at)} rows.\n\n- [x] ${base(at)}`), at + 12),
  );
  const [finding] = gateLesson(lessonOf({ pool: [...longest, ...stated] }), []).findings;
  expect(finding).toMatchObject({ severity: 'error', rule: 'test-guessed' });
  expect(finding?.message).toContain('«longest option (choice), most words of the question (number)»');
});

test('a typed answer that stands in one question of six is no habit', () => {
  const pool = Array.from({ length: size }, (_, at) =>
    placed(
      item(
        'Number',
        at,
        `${asks()} There are ${base(at)} rows.\n\n- [x] ${at % 6 === 0 ? base(at) : 7 + at}`,
      ),
      at,
    ),
  );
  expect(gateLesson(lessonOf({ pool }), []).findings).toEqual([]);
});
