import { describe, expect, test } from 'vitest';
import type { FinishedRun, RunOutcome } from '#lib/item/run.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import type { CodeStepAnswer, CodeStepBody, CodeStepKey } from './code-step.ts';
import { codeStep } from './code-step.ts';
import { examples } from './examples.ts';

const { item, secret } = readItem(examples.codeRun);
const isBody = (body: object): body is CodeStepBody => 'starter' in body;
const isKey = (key: object): key is CodeStepKey => 'program' in key;
if (!isBody(item.body) || !isKey(secret.key)) throw new Error('The example is no code step');
const { body, key } = { body: item.body, key: secret.key };

const ended = (more: Partial<FinishedRun> = {}): FinishedRun => ({
  kind: 'finished',
  exitCode: 0,
  stdout: '',
  stderr: '',
  cut: false,
  stop: null,
  values: [{ gives: '3.0' }, { gives: '4.0' }],
  ...more,
});
const printed = ended({ stdout: '3.0\nthe mean\n', values: [] });

function ran(outcomes: readonly RunOutcome[], code = 'x'): CodeStepAnswer {
  const answer = codeStep.runs?.withOutcomes(key, { code }, outcomes);
  if (!answer) throw new Error('Code steps are run');
  return answer;
}

test('one run for each input, with the calls of its checks and no wanted value', () => {
  const runs = codeStep.runs?.programs(body, key, { code: 'print(1)' });
  expect(runs).toEqual([
    { language: 'python', program: 'print(1)', input: '', calls: ['mean([1, 2, 6])', 'mean([4])'] },
    { language: 'python', program: 'print(1)', input: '1 2 6', calls: [] },
  ]);
});

test('a setup is run before the program, and the learner can read it', () => {
  const given = readItem(examples.codeSetup);
  if (!isBody(given.item.body) || !isKey(given.secret.key)) throw new Error('The example is no code step');
  expect(codeStep.runs?.programs(given.item.body, given.secret.key, { code: 'x' })).toEqual([
    { language: 'python', setup: 'numbers = [3, 9, 2]', program: 'x', input: '', calls: [] },
  ]);
  expect(given.item.body).toMatchObject({ setup: 'numbers = [3, 9, 2]', starter: 'print(numbers)' });
});

test('the learner sees an example of input, and none of what is checked', () => {
  expect(body).toEqual({
    language: 'python',
    starter: key.program.replace('sum(numbers) / len(numbers)', '0'),
    checks: ['mean', 'own', 'reads'],
    input: '1 2',
  });
});

test.each([
  { why: 'every value and every line is right', outcomes: [ended(), printed], score: 1 },
  {
    why: 'blanks at the ends of lines never decide',
    outcomes: [ended(), ended({ stdout: '3.0 \nthe mean\t\n\n' })],
    score: 1,
  },
  {
    why: 'how lines end never decides',
    outcomes: [ended(), ended({ stdout: '3.0\r\nthe mean\r\n' })],
    score: 1,
  },
  { why: 'blanks within a line do', outcomes: [ended(), ended({ stdout: '3.0\nthe  mean' })], score: 0.667 },
  {
    why: 'another value',
    outcomes: [ended({ values: [{ gives: '3' }, { gives: '4.0' }] }), printed],
    score: 0.667,
  },
  {
    why: 'a call that fails',
    outcomes: [ended({ values: [{ fails: 'TypeError' }, { gives: '4.0' }] }), printed],
    score: 0.667,
  },
  { why: 'it ended itself before it was asked', outcomes: [ended({ values: [] }), printed], score: 0.333 },
  {
    why: 'it stopped with an error after the right values',
    outcomes: [ended({ stop: { name: 'NameError', line: 3 } }), printed],
    score: 0.333,
  },
  { why: 'the right output in what was cut', outcomes: [ended(), { ...printed, cut: true }], score: 0.667 },
  { why: 'an endless loop', outcomes: [{ kind: 'time-out' }, { kind: 'time-out' }], score: 0 },
  { why: 'no report at all', outcomes: [], score: 0 },
] as const)('$why: $score', ({ outcomes, score }) => {
  const verdict = codeStep.grade(body, key, ran(outcomes));
  expect(Math.round(verdict.score * 1000) / 1000).toBe(score);
  expect(verdict.correct).toBe(score === 1);
});

test('a check may ask for the text and the run', () => {
  const all = [ended(), printed];
  expect(codeStep.grade(body, key, ran(all, 'import statistics')).correct).toBe(false);
  expect(codeStep.grade(body, key, ran(all, 'import math')).correct).toBe(true);
});

describe('failure messages', () => {
  const notes = (outcomes: readonly RunOutcome[]) => codeStep.explain(body, key, ran(outcomes), false).notes;

  test.each([
    {
      outcome: ended({ stop: { name: 'NameError', line: 3 } }),
      words: 'Your program stopped with NameError on line 3.',
    },
    { outcome: ended({ stop: { name: null, line: null } }), words: 'Your program stopped with an error.' },
    {
      outcome: ended({ values: [{ fails: 'TypeError' }] }),
      words: 'When it was tested, your program stopped with TypeError.',
    },
    {
      outcome: ended({ values: [{ notData: true }] }),
      words:
        'When it was tested, your program gave an object of its own, or a very long value, where plain data were expected: numbers, texts, lists and the like.',
    },
    {
      outcome: ended({ stop: { name: null, line: null, tooDeep: true } }),
      words: 'Its functions called one another too deeply, so it was stopped. Does the recursion end?',
    },
    { outcome: { kind: 'time-out' }, words: 'It ran longer than 5 seconds and was stopped.' },
    { outcome: { kind: 'out-of-memory' }, words: 'It used more than 256 MB of memory and was stopped.' },
  ] as const)('$words', ({ outcome, words }) => {
    expect(notes([outcome, outcome]).mean?.[0]).toEqual(['p', null, words]);
  });

  test('a sentence is said once', () => {
    const all = notes([{ kind: 'time-out' }, { kind: 'time-out' }]);
    expect(JSON.stringify(all).split('was stopped').length - 1).toBe(1);
    expect(JSON.stringify(all)).toMatch(/canaryMean.*canaryOwn.*canaryReads/);
  });

  test('a name made up by the program is not shown, as it could reveal what it read', () => {
    const stolen = ended({ stop: { name: 'Input_1_2_6', line: 1 }, stderr: '1 2 6', stdout: '1 2 6' });
    expect(JSON.stringify(ran([stolen, stolen]))).not.toContain('1 2 6');
    expect(JSON.stringify(ran([stolen, stolen]))).not.toContain('Input_1_2_6');
    expect(notes([stolen, stolen]).mean?.[0]).toEqual([
      'p',
      null,
      'Your program stopped with an error on line 1.',
    ]);
  });

  test('what running said is no part of what was sent', () => {
    expect(codeStep.runs?.asSubmitted(ran([ended(), printed], 'x = 1'))).toEqual({ code: 'x = 1' });
    expect(codeStep.formSchema.parse({ code: ['x'], ran: ['yes'] })).toEqual({ code: 'x' });
  });
});

test.each([
  { rule: 'check-empty', check: '<Check id="a">m</Check>' },
  { rule: 'check-gives', check: '<Check id="a" calls="f()">m</Check>' },
  { rule: 'check-gives', check: '<Check id="a" has="f" gives="1">m</Check>' },
  { rule: 'check-input', check: '<Check id="a" has="f" input="1">m</Check>' },
])('$rule: $check', ({ rule, check }) => {
  expect(() => readItem(step('python', check))).toThrow(rule);
});

test('only what can be run is run', () => {
  const check = '<Check id="a" prints="1">m</Check>';
  expect(() => readItem(step('toml', check))).toThrow('check-language');
  expect(() => readItem(step('javascript', check))).not.toThrow();
});

function step(language: string, check: string): string {
  return `<CodeStep id="x" objective="aim">\n\nP\n\n\`\`\`${language}\nx\n\`\`\`\n\n${check}\n\n<Solution>\n\n\`\`\`${language}\nf\n\`\`\`\n\n</Solution>\n\n</CodeStep>\n`;
}
