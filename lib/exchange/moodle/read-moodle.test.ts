import { expect, test } from 'vitest';
import { planImport } from '#lib/exchange/plan-import.ts';
import { feedbackOf, planned, summaryOf, testTarget } from '#lib/exchange/testing/summary.ts';
import { readMoodle } from './read-moodle.ts';

const text = (name: string, content: string) =>
  `<${name} format="html"><text><![CDATA[${content}]]></text></${name}>`;
const question = (type: string, inner: string) =>
  `<question type="${type}"><name><text>${type} one</text></name>${text('questiontext', '<p>What?</p>')}${inner}</question>`;
const answer = (fraction: number, label: string, feedback = '', more = '') =>
  `<answer fraction="${fraction}" format="html"><text>${label}</text>${feedback && text('feedback', feedback)}${more}</answer>`;
const quiz = (...questions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
const only = (type: string, inner: string) => readMoodle(quiz(question(type, inner))).entries[0];

test('one right answer with id, tags, hints and general feedback', () => {
  const inner = [
    answer(100, 'a', '<b>Yes</b>'),
    answer(0, 'b', 'No'),
    '<single>true</single><idnumber>q-7</idnumber>',
    '<tags><tag><text>level:easy</text></tag></tags>',
    text('hint', 'Think.'),
    text('generalfeedback', 'Because.'),
    text('correctfeedback', 'Your answer is correct.'),
  ].join('');
  const entry = only('multichoice', inner);
  expect(summaryOf(entry)).toEqual({
    kind: 'choice',
    line: 3,
    prompt: 'What?',
    answers: ['=a', '~b'],
    solution: 'Because.',
    hints: ['Think.'],
  });
  expect(feedbackOf(entry)).toEqual(['Yes', 'No']);
  expect(entry?.ok && entry.question).toMatchObject({
    externalId: 'q-7',
    level: 'easy',
    title: 'multichoice one',
  });
});

test.each([
  {
    type: 'multichoice',
    inner: `<single>false</single>${answer(50, 'a')}${answer(50, 'b')}${answer(-50, 'c')}`,
    answers: ['=a', '=b', '~c'],
  },
  {
    type: 'truefalse',
    inner: answer(0, 'true') + answer(100, 'false'),
    answers: ['~True', '=False'],
    changes: [expect.stringContaining('two options')],
  },
  {
    type: 'shortanswer',
    inner: `<usecase>0</usecase>${answer(100, 'Paris')}${answer(100, '*Lutetia*')}${answer(0, '*', 'Hm')}`,
    answers: ['=Paris', '=Lutetia'],
    changes: [expect.stringContaining('«*Lutetia*»'), expect.stringContaining('every other answer')],
  },
  {
    type: 'numerical',
    inner: `${answer(100, '9.8', '', '<tolerance>0.1</tolerance>')}${answer(0, '98', 'Ten times', '<tolerance>0.1</tolerance>')}<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>`,
    answers: ['=9.8 ± 0.1', '~98 ± 0.1'],
  },
  {
    type: 'matching',
    inner: ['a', 'b', 'c']
      .map(
        (left) =>
          `<subquestion format="html"><text>${left}</text><answer><text>${left}${left}</text></answer></subquestion>`,
      )
      .join(''),
    answers: ['a->aa', 'b->bb', 'c->cc'],
  },
  {
    type: 'ordering',
    inner: answer(1, 'one') + answer(1, 'two') + answer(1, 'three'),
    answers: ['one', 'two', 'three'],
  },
  { type: 'essay', inner: text('graderinfo', 'A model.'), answers: [], solution: 'A model.' },
])('$type is read', ({ type, inner, ...expected }) => {
  const { changes, ...rest } = summaryOf(only(type, inner));
  expect(rest).toMatchObject({ answers: expected.answers });
  expect(changes).toEqual('changes' in expected ? expected.changes : undefined);
  if ('solution' in expected) expect(rest.solution).toBe(expected.solution);
});

test('a cloze text becomes a text with gaps', () => {
  const cloze = (gaps: string) =>
    readMoodle(
      quiz(`<question type="cloze"><name><text>c</text></name>${text('questiontext', gaps)}</question>`),
    ).entries[0];
  expect(
    summaryOf(cloze('<p>A {1:SHORTANSWER:=cat#ok~%100%tom cat~dog} and {1:NM:=3:0}.</p>')),
  ).toMatchObject({
    kind: 'blanks',
    answers: ['A ', '[[cat|tom cat]]', ' and ', '[[3]]', '.'],
  });
  const list = cloze('<p>Fill <b>both</b>.</p><ul><li>a <b>{1:SA:=cat}</b></li><li>b</li></ul>');
  expect(list).toMatchObject({
    question: { task: { language: 'text', text: [{ type: 'list' }] } },
  });
  // Code and tables are shown as they stand.
  expect(cloze('<pre>a {1:SA:=cat}</pre>')).not.toHaveProperty('question.task.text');
  expect(summaryOf(cloze('A {1:MULTICHOICE:=cat~dog\\~~cow#no}.'))).toMatchObject({
    answers: ['A ', '[[cat]]', '.', '~dog~', '~cow'],
  });
  expect(summaryOf(cloze('{1:SA:=a} {1:SA:=b} {1:SA:=c} {1:SA:=d}'))).toMatchObject({
    refused: 'cloze',
    reason: expect.stringContaining('4 gaps'),
  });
});

test('words to drag are gaps with a bank', () => {
  const inner = ['cat', 'dog', 'cow']
    .map((word) => `<dragbox><text>${word}</text><group>1</group></dragbox>`)
    .join('');
  const file = quiz(
    `<question type="ddwtos"><name><text>d</text></name>${text('questiontext', 'A [[1]] and a [[2]].')}${inner}</question>`,
  );
  expect(readMoodle(file).entries.map(summaryOf)).toMatchObject([
    { answers: ['A ', '[[cat]]', ' and a ', '[[dog]]', '.', '~cow'] },
  ]);
});

test('gaps of which only the right words are offered are typed', () => {
  const inner = ['cat', 'dog', 'cow']
    .map((word) => `<selectoption><text>${word}</text><group>1</group></selectoption>`)
    .join('');
  const [entry] = readMoodle(
    quiz(
      `<question type="gapselect"><name><text>d</text></name>${text('questiontext', '[[1]] [[2]] [[3]]')}${inner}</question>`,
    ),
  ).entries;
  expect(entry).toMatchObject({
    question: {
      task: { kind: 'blanks', bank: null },
      changes: expect.arrayContaining([expect.stringContaining('typed now')]),
    },
  });
});

test('several answers of the Open University are right or wrong, each by itself', () => {
  const inner = [
    ['a', 100],
    ['b', 0],
    ['c', 100],
    ['d', -50],
  ]
    .map(([label, fraction]) => `<answer fraction="${fraction}" format="html"><text>${label}</text></answer>`)
    .join('');
  expect(summaryOf(only('oumultiresponse', inner))).toMatchObject({
    kind: 'choice',
    answers: ['=a', '~b', '=c', '~d'],
  });
});

test('statements that are true or false are a choice of the true ones', () => {
  const part = (name: string, words: string) => `<${name} format="html"><text>${words}</text></${name}>`;
  const row = (number: number, words: string, trueIs: number) =>
    `<row number="${number}">${part('optiontext', words)}${part('feedbacktext', `on ${words}`)}</row>` +
    [1, 2]
      .map(
        (column) =>
          `<weight rownumber="${number}" columnnumber="${column}"><value>${column === trueIs ? '1.000' : '0.000'}</value></weight>`,
      )
      .join('');
  const columns = (words: readonly string[]) =>
    words.map((word, at) => `<column number="${at + 1}">${part('responsetext', word)}</column>`).join('');
  const rows = row(1, 'a', 1) + row(2, 'b', 2) + row(3, 'c', 1);
  const [entry] = [only('mtf', columns(['True', 'False']) + rows)];
  expect(summaryOf(entry)).toMatchObject({ kind: 'choice', answers: ['=a', '~b', '=c'] });
  expect(entry).toMatchObject({
    question: { changes: expect.arrayContaining([expect.stringContaining('«True» or «False»')]) },
  });
  expect(summaryOf(only('mtf', columns(['1', '2', '3']) + rows))).toMatchObject({ refused: 'mtf' });
});

test('what Moodle asked of the text of an essay is named', () => {
  const essay = only(
    'essay',
    `<responsetemplate format="html"><text>Begin so.</text></responsetemplate><attachmentsrequired>1</attachmentsrequired>`,
  );
  expect(essay).toMatchObject({
    question: {
      changes: [expect.stringContaining('began with'), expect.stringContaining('handed in')],
    },
  });
});

test.each([
  { type: 'calculated', says: 'drawn anew' },
  { type: 'ddmarker', says: 'place in a picture' },
  { type: 'description', says: 'without a question' },
  { type: 'stack', says: 'algebra' },
  { type: 'geogebra', says: '«geogebra»' },
])('$type is refused by name', ({ type, says }) => {
  expect(summaryOf(only(type, ''))).toMatchObject({ refused: type, reason: expect.stringContaining(says) });
});

const withFile = (alt: string, file: string) =>
  readMoodle(
    quiz(
      `<question type="essay"><name><text>m</text></name><questiontext format="html"><text><![CDATA[<p>Where is it? <img src="@@PLUGINFILE@@/a%20map.png" alt="${alt}"></p>]]></text>${file}</questiontext></question>`,
    ),
  );
const file = '<file name="a map.png" path="/" encoding="base64">iVBORw0K</file>';

test('a picture is written beside the lesson under a name made of its content', () => {
  const { items } = planImport(withFile('A map of an island', file), testTarget);
  const path = `pictures/${testTarget.hash('iVBORw0K')}.png`;
  expect(items).toMatchObject([
    {
      pictures: [{ path, base64: 'iVBORw0K' }],
      text: expect.stringContaining(`Where is it? ![A map of an island](${path})`),
    },
  ]);
});

test('a picture without words for it, or that is not there, is refused', () => {
  expect(planned(withFile('', file))).toEqual([expect.stringContaining('cannot see it')]);
  expect(planned(withFile('A map', ''))).toEqual([
    expect.stringContaining('«a map.png», which is not in the export'),
  ]);
});

test('a file that is not well formed loses the broken question and no other', () => {
  const good = question('multichoice', answer(100, 'a') + answer(0, 'b'));
  const broken = good.replace('</name>', '</nam>');
  const { entries, notes } = readMoodle(quiz(good, broken, good.replace('What?', 'Why?')));
  expect(entries.map(summaryOf)).toMatchObject([
    { line: 3 },
    { refused: 'multichoice', at: expect.stringMatching(/^4:/) },
    { line: 5, prompt: 'Why?' },
  ]);
  expect(notes).toEqual([expect.stringMatching(/^The file is not well formed at 4:/)]);
});

test('a DOCTYPE is refused as a whole', () => {
  const bomb = '<!DOCTYPE quiz [<!ENTITY x "ha">]><quiz><question type="essay"/></quiz>';
  expect(readMoodle(bomb)).toEqual({ entries: [], notes: [expect.stringContaining('DOCTYPE')] });
});

test('what is read compiles as items', () => {
  const file = quiz(
    question('multichoice', answer(100, 'a &lt; b') + answer(0, '$5 {x}')),
    question('numerical', answer(100, '3')).replace('What?', 'How many?'),
    question('essay', '').replace('What?', 'Why?'),
  );
  expect(planned(readMoodle(file))).toEqual(['3 kept choice', '4 kept number', '5 changed open']);
});
