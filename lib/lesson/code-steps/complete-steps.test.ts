import { describe, expect, test } from 'vitest';
import type { Finding } from '#lib/lesson/lesson.ts';
import { compiledSteps, findingsOf, step } from '#lib/lesson/testing/compiled-steps.ts';

const first = step('first', {
  starter: 'import csv\n\nrows = [1, 2]\nshow(rows)',
  solution: 'import csv\n\nrows = [1, 2]\nshow(sum(rows))',
});

describe('a step that goes on from another one', () => {
  test('has the same content, and so the same version, as one that is written out', () => {
    const [, short] = compiledSteps(
      first,
      step('second', {
        from: 'previous',
        starter: 'import csv\nimport json\n\nrows = [1, 2]\n…\nprint(9)',
        solution: '…\nshow(sum(rows))\nprint(json)',
      }),
    );
    const whole = 'import csv\nimport json\n\nrows = [1, 2]\nshow(sum(rows))';
    const [, long] = compiledSteps(
      first,
      step('second', { starter: `${whole}\nprint(9)`, solution: `${whole}\nprint(json)` }),
    );
    expect(short).toEqual(long);
  });

  test('begins with the whole solution where it has no fence', () => {
    const [, second] = compiledSteps(first, step('second', { from: 'first', solution: '…\nend()' }));
    expect(second).toMatchObject({
      body: { language: 'python', starter: 'import csv\n\nrows = [1, 2]\nshow(sum(rows))' },
      key: { program: 'import csv\n\nrows = [1, 2]\nshow(sum(rows))\nend()' },
    });
  });

  test('needs no language of its own, and may stand before the step that it goes on from', () => {
    const [early] = compiledSteps(
      step('early', { from: 'first', starter: '…\nmore()', solution: '…\nend()', language: '' }),
      first,
    );
    expect(early).toMatchObject({
      body: { language: 'python', starter: 'import csv\n\nrows = [1, 2]\nshow(sum(rows))\nmore()' },
    });
  });

  test('shows its solution whole, as its feedback does', () => {
    const [, second] = compiledSteps(
      first,
      step('second', { from: 'previous', starter: '…\nmore()', solution: '…\nend()' }),
    );
    expect(JSON.stringify(second?.solution)).toContain('show(sum(rows))\\nmore()\\nend()');
  });
});

const place = ({ line, column, rule, message }: Finding) => ({ line, column, rule, message });

test.each([
  {
    why: 'a name of nothing',
    text: [first, step('second', { from: 'frist', starter: '…\nx()', solution: '…\ny()' })],
    finding: {
      line: 27,
      column: 39,
      rule: 'from-unknown',
      message:
        'from="frist" names no CodeStep of this file. Did you mean "first"? Use "previous" or one of first.',
    },
  },
  {
    why: 'nothing before',
    text: [step('first', { from: 'previous', solution: 'x()' })],
    finding: {
      line: 1,
      column: 38,
      rule: 'from-unknown',
      message:
        'from="previous" names nothing: this is the first CodeStep of the file. Remove it and write the program that the step begins with.',
    },
  },
  {
    why: 'a circle',
    text: [
      step('one', { from: 'two', solution: '…\nx()' }),
      step('two', { from: 'three', solution: '…\ny()' }),
      step('three', { from: 'one', solution: '…\nz()' }),
    ],
    finding: {
      line: 35,
      column: 38,
      rule: 'from-circle',
      message:
        'No program begins here: «one» goes on from «two» goes on from «three» goes on from «one». Let one of them begin with a program of its own, without from="…".',
    },
  },
  {
    why: 'itself',
    text: [step('one', { from: 'one', solution: '…\nx()' })],
    finding: {
      line: 1,
      column: 36,
      rule: 'from-circle',
      message:
        'No program begins here: «one» goes on from «one». Let one of them begin with a program of its own, without from="…".',
    },
  },
  {
    why: 'another language',
    text: [
      first,
      step('second', { from: 'previous', language: 'javascript', starter: '…\nx()', solution: '…\ny()' }),
    ],
    finding: {
      line: 31,
      column: 1,
      rule: 'from-language',
      message:
        'This program is in javascript, and the solution of «first», from which it goes on, is in python. Write both in one language, or remove from="…".',
    },
  },
  {
    why: 'a fence that takes nothing',
    text: [first, step('second', { from: 'previous', starter: 'x()', solution: 'y()' })],
    finding: {
      line: 31,
      column: 1,
      rule: 'from-unused',
      message:
        'This step goes on from the solution of «first», but its fence takes no line of it. Write a line … where its lines stay, or remove the fence to begin with all of it.',
    },
  },
  {
    why: 'a line that the earlier program has not',
    text: [
      first,
      step('second', {
        from: 'previous',
        starter: '…\nshow(total)\nrows = [1, 2]',
        solution: 'y()',
      }),
    ],
    finding: {
      line: 32,
      column: 1,
      rule: 'left-out-line',
      message:
        '«show(total)» stands beside this …, and at this place the solution of «first» has no such line. Write beside it the line of that program at which it goes on, exactly as it is there.',
    },
  },
  {
    why: 'nothing left out',
    text: [step('first', { starter: 'a()\nb()', solution: 'a()\n…\nb()' })],
    finding: {
      line: 16,
      column: 1,
      rule: 'left-out-nothing',
      message:
        'This … stands for no line of the starter program: those above and below it follow each other there. Remove it.',
    },
  },
])('one finding, at its place: $why', ({ text, finding }) => {
  expect(findingsOf(...text).map(place)).toEqual([finding]);
});

describe('a setup', () => {
  const setup = (code: string) => `<Setup>\n\n${code}\n\n</Setup>\n`;
  const data = setup('```python\nrows = [1, 2]\n```');

  test('is in the steps below it in its language, in the order of the file, and nowhere else', () => {
    const steps = compiledSteps(
      step('above', { starter: 'a()', solution: 'b()' }),
      data,
      step('below', { starter: 'a()', solution: 'b()' }),
      setup('```python\nmore = 3\n```'),
      step('last', { starter: 'a()', solution: 'b()', more: setup('```python\nown = 4\n```') }),
      step('other', { language: 'text', starter: 'a()', solution: 'b()' }),
    );
    expect(steps.map(({ body }) => ('setup' in body ? body.setup : null))).toEqual([
      null,
      'rows = [1, 2]',
      'rows = [1, 2]\n\nmore = 3\n\nown = 4',
      null,
    ]);
  });

  test('changes the version of the step, since the learner sees something else', () => {
    const own = step('one', { starter: 'a()', solution: 'b()' });
    const [without] = compiledSteps(own);
    const [withSetup] = compiledSteps(data, own);
    expect(withSetup?.version).not.toBe(without?.version);
  });

  test.each([
    { why: 'empty', text: [setup('Some words.'), first], rule: 'setup-empty', line: 1, column: 1 },
    { why: 'below all steps', text: [first, data], rule: 'setup-unused', line: 27, column: 1 },
    {
      why: 'in a language of no step',
      text: [setup('```javascript\nconst rows = [];\n```'), first],
      rule: 'setup-unused',
      line: 1,
      column: 1,
    },
    {
      why: 'in a language that is not run',
      text: [setup('```toml\na = 1\n```'), step('one', { language: 'toml', starter: 'a', solution: 'b()' })],
      rule: 'setup-language',
      line: 3,
      column: 1,
    },
    {
      why: 'in a note',
      text: [`<Note kind="problem">\n\n${data}\n</Note>\n`, first],
      rule: 'tag-place',
      line: 3,
      column: 1,
    },
    {
      why: 'too long',
      text: [
        step('one', {
          starter: 'a()',
          solution: 'b()',
          more: setup(`\`\`\`python\n${'x = 10\n'.repeat(2_858)}\n\`\`\``),
        }),
      ],
      rule: 'setup-long',
      line: 9,
      column: 1,
    },
  ])('$why: $rule', ({ text, rule, line, column }) => {
    expect(findingsOf(...text).map((found) => ({ ...found, message: '' }))).toEqual([
      expect.objectContaining({ rule, line, column }),
    ]);
  });
});
