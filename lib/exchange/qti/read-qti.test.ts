import { describe, expect, test } from 'vitest';
import { feedbackOf, planned, summaryOf } from '#lib/exchange/testing/summary.ts';
import { readQti } from './read-qti.ts';

const read = (text: string) => readQti({ kind: 'text', text });
const bytes = (text: string) => new TextEncoder().encode(text);

const mattext = (text: string, type = 'text/plain') =>
  `<material><mattext texttype="${type}">${text}</mattext></material>`;
const labels = (...texts: string[]) =>
  texts.map((text, at) => `<response_label ident="${at + 1}">${mattext(text)}</response_label>`).join('');
const equal = (value: string, response = 'r') => `<varequal respident="${response}">${value}</varequal>`;
const earns = (condition: string, score = 100) =>
  `<respcondition><conditionvar>${condition}</conditionvar><setvar action="Set" varname="SCORE">${score}</setvar></respcondition>`;
const lid = (ident: string, inner: string) =>
  `<response_lid ident="${ident}"><render_choice>${inner}</render_choice></response_lid>`;
const item1 = (type: string, presentation: string, processing: string, more = '') =>
  `<questestinterop><assessment><section><item ident="q1" title="One"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation>${mattext('&lt;p&gt;What?&lt;/p&gt;', 'text/html')}${presentation}</presentation><resprocessing>${processing}</resprocessing>${more}</item></section></assessment></questestinterop>`;

test('Canvas: one right answer with feedback on an option and on all', () => {
  const file = item1(
    'multiple_choice_question',
    lid('r', labels('a', 'b')),
    earns(equal('2')),
    `<itemfeedback ident="1_fb">${mattext('No.')}</itemfeedback><itemfeedback ident="general_fb">${mattext('Because.')}</itemfeedback>`,
  );
  const [entry] = read(file).entries;
  expect(summaryOf(entry)).toMatchObject({ prompt: 'What?', answers: ['~a', '=b'], solution: 'Because.' });
  expect(feedbackOf(entry)).toEqual(['No.', '']);
});

test.each([
  {
    type: 'multiple_answers_question',
    file: item1(
      'multiple_answers_question',
      lid('r', labels('a', 'b', 'c')),
      earns(`<and>${equal('1')}${equal('3')}<not>${equal('2')}</not></and>`),
    ),
    answers: ['=a', '~b', '=c'],
  },
  {
    type: 'short_answer_question',
    file: item1(
      'short_answer_question',
      '<response_str ident="r"><render_fib/></response_str>',
      earns(equal('Rome') + equal('Roma')),
    ),
    answers: ['=Rome', '=Roma'],
  },
  {
    type: 'numerical_question with a margin',
    file: item1(
      'numerical_question',
      '<response_str ident="r"><render_fib/></response_str>',
      earns(
        `<or>${equal('77.0')}<and><vargte respident="r">70.0</vargte><varlte respident="r">84.0</varlte></and></or>`,
      ),
    ),
    answers: ['=77 ± 7'],
  },
  {
    type: 'numerical_question with a range',
    file: item1(
      'numerical_question',
      '<response_str ident="r"><render_fib/></response_str>',
      earns('<vargte respident="r">1.0</vargte><varlte respident="r">22.0</varlte>'),
    ),
    answers: ['=11.5 ± 10.5'],
  },
  {
    type: 'matching_question',
    file: item1(
      'matching_question',
      ['x', 'y', 'z']
        .map(
          (left) =>
            `<response_lid ident="${left}">${mattext(left)}<render_choice>${labels('a', 'b', 'c', 'd')}</render_choice></response_lid>`,
        )
        .join(''),
      ['x', 'y', 'z'].map((left, at) => earns(equal(`${at + 1}`, left), 33)).join(''),
    ),
    answers: ['x->a', 'y->b', 'z->c', '->d'],
  },
])('Canvas: $type', ({ file, answers }) => {
  expect(read(file).entries.map(summaryOf)).toMatchObject([{ answers }]);
});

test('Canvas: what must be chosen as a whole is scored as a whole', () => {
  const file = item1(
    'multiple_answers_question',
    lid('r', labels('a', 'b', 'c')),
    earns(`<and>${equal('1')}${equal('3')}</and>`),
  );
  const [entry] = read(file).entries;
  expect(entry?.ok && entry.question.task).toMatchObject({ many: true, scoring: 'exact' });
});

test('Canvas: dropdowns become gaps with one bank of words', () => {
  const file = item1(
    'multiple_dropdowns_question',
    lid('response_one', labels('red', 'plaid')) + lid('response_two', labels('blue', 'round')),
    earns(equal('1', 'response_one'), 50) + earns(equal('1', 'response_two'), 50),
  ).replace('What?', 'Roses are [one], violets [two].');
  expect(read(file).entries.map(summaryOf)).toMatchObject([
    { answers: ['Roses are ', '[[red]]', ', violets ', '[[blue]]', '.', '~plaid', '~round'] },
  ]);
});

const response = (base: string, cardinality: string, ...values: string[]) =>
  `<responseDeclaration identifier="R" cardinality="${cardinality}" baseType="${base}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>MAPPING</responseDeclaration>`;
const item2 = (declaration: string, body: string, mapping = '', template = 'match_correct') =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="q2" title="Two">${declaration.replace('MAPPING', mapping)}<itemBody>${body}</itemBody><responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/${template}"/></assessmentItem>`;
const choices = (name: string, ...texts: string[]) =>
  texts.map((text) => `<${name} identifier="${text}">${text}</${name}>`).join('');
const mapping = (points: Record<string, number>, other = 0) =>
  `<mapping defaultValue="${other}">${Object.entries(points)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`;

test.each([
  {
    why: 'choice',
    file: item2(
      response('identifier', 'single', 'b'),
      `<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt>${choices('simpleChoice', 'a', 'b')}</choiceInteraction>`,
    ),
    answers: ['~a', '=b'],
  },
  {
    why: 'text entry with a mapping',
    file: item2(
      response('string', 'single', 'York'),
      '<p>Sun of <textEntryInteraction responseIdentifier="R"/>;</p>',
      mapping({ York: 1, Jork: 0.5 }),
      'map_response',
    ),
    answers: ['=York'],
    changes: ['«Jork» earned 50 %; it does not count now.'],
  },
  {
    why: 'a number',
    file: item2(
      response('float', 'single', '3.5'),
      '<p>How much? <textEntryInteraction responseIdentifier="R"/></p>',
    ),
    answers: ['=3.5 ± 0'],
  },
  {
    why: 'inline choice',
    file: item2(
      response('identifier', 'single', 'b'),
      `<p>It is <inlineChoiceInteraction responseIdentifier="R">${choices('inlineChoice', 'a', 'b')}</inlineChoiceInteraction> here.</p>`,
    ),
    answers: ['It is ', '[[b]]', ' here.', '~a'],
  },
  {
    why: 'order',
    file: item2(
      response('identifier', 'ordered', 'c', 'a', 'b'),
      `<orderInteraction responseIdentifier="R"><prompt>Sort.</prompt>${choices('simpleChoice', 'a', 'b', 'c')}</orderInteraction>`,
    ),
    answers: ['c', 'a', 'b'],
  },
  {
    why: 'match',
    file: item2(
      response('directedPair', 'multiple', 'a x', 'b y', 'c x'),
      `<matchInteraction responseIdentifier="R"><prompt>Match.</prompt><simpleMatchSet>${choices('simpleAssociableChoice', 'a', 'b', 'c')}</simpleMatchSet><simpleMatchSet>${choices('simpleAssociableChoice', 'x', 'y', 'z')}</simpleMatchSet></matchInteraction>`,
    ),
    answers: ['a->x', 'b->y', 'c->x', '->z'],
  },
  {
    why: 'gap match',
    file: item2(
      response('directedPair', 'multiple', 'w G1'),
      `<gapMatchInteraction responseIdentifier="R"><prompt>Fill.</prompt>${choices('gapText', 'w', 's')}<p>Now is the <gap identifier="G1"/> here.</p></gapMatchInteraction>`,
    ),
    answers: ['Now is the ', '[[w]]', ' here.', '~s'],
  },
  {
    why: 'extended text with what scorers are told',
    file: item2(
      '',
      '<extendedTextInteraction responseIdentifier="R"><prompt>Why?</prompt></extendedTextInteraction><rubricBlock view="scorer"><p>A model.</p></rubricBlock>',
    ),
    answers: [],
    solution: 'A model.',
  },
])('QTI 2: $why', ({ file, why: _why, ...expected }) => {
  expect(read(file).entries.map(summaryOf)).toMatchObject([expected]);
});

test('QTI 2: a mapping that takes away as much as a right pick gives is kept; another one is named', () => {
  const body = `<choiceInteraction responseIdentifier="R" maxChoices="0"><prompt>Which?</prompt>${choices('simpleChoice', 'a', 'b', 'c')}</choiceInteraction>`;
  const mapped = (points: Record<string, number>) =>
    summaryOf(
      read(item2(response('identifier', 'multiple', 'a', 'b'), body, mapping(points), 'map_response'))
        .entries[0],
    );
  expect(mapped({ a: 1, b: 1, c: -1 }).changes).toBeUndefined();
  expect(mapped({ a: 1, b: 1, c: -2 }).changes).toEqual([
    'Wrong picks earned -100 %; each cancels a right one now.',
  ]);
});

test.each([
  { name: 'hotspotInteraction', says: 'a place in a picture' },
  { name: 'uploadInteraction', says: 'an upload' },
  { name: 'graphicOrderInteraction', says: 'places in a picture' },
  { name: 'sliderInteraction', says: 'a slider' },
])('QTI 2: $name is refused by name', ({ name, says }) => {
  expect(read(item2('', `<${name} responseIdentifier="R"/>`)).entries.map(summaryOf)).toMatchObject([
    { refused: name, reason: `It asks for ${says} (${name}).` },
  ]);
});

test('what is calculated is refused', () => {
  expect(read(item1('calculated_question', '', '')).entries.map(summaryOf)).toMatchObject([
    { reason: expect.stringContaining('calculated') },
  ]);
  const template = item2(
    '<templateDeclaration identifier="X"/>',
    '<p/><textEntryInteraction responseIdentifier="R"/>',
  );
  expect(read(template).entries.map(summaryOf)).toMatchObject([
    { reason: expect.stringContaining('templateDeclaration') },
  ]);
});

test('a formula in MathML or a picture is not lost in silence', () => {
  const body = (inner: string) =>
    item2('', `<p>${inner}</p><extendedTextInteraction responseIdentifier="R"/>`);
  expect(planned(read(body('<math><menclose><mi>x</mi></menclose></math>')))).toEqual([
    expect.stringContaining('It shows <math>'),
  ]);
  expect(planned(read(body('<object type="image/png" data="a.png"/>')))).toEqual([
    expect.stringContaining('no text for those who cannot see it'),
  ]);
});

test.each([
  {
    maths: '<mfrac><mi>a</mi><mn>2</mn></mfrac><mo>≤</mo><msup><mi>x</mi><mn>10</mn></msup>',
    tex: '\\frac{a}{2} \\le {x}^{10}',
  },
  {
    maths: '<msqrt><mi>n</mi></msqrt><mo>=</mo><msub><mi>σ</mi><mi>i</mi></msub>',
    tex: '\\sqrt{n} = {\\sigma}_{i}',
  },
])('simple MathML becomes TeX: $tex', ({ maths, tex }) => {
  const file = item2(
    response('string', 'single', '2'),
    `<p>What is <math xmlns="http://www.w3.org/1998/Math/MathML">${maths}</math>? <textEntryInteraction responseIdentifier="R"/></p>`,
  );
  expect(JSON.stringify(read(file).entries)).toContain(JSON.stringify({ type: 'inlineMath', value: tex }));
});

test('a table in MathML is refused by name', () => {
  const file = item2(
    response('string', 'single', '2'),
    '<p>What is <math><mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable></math>? <textEntryInteraction responseIdentifier="R"/></p>',
  );
  expect(read(file).entries.map(summaryOf)).toMatchObject([{ reason: expect.stringContaining('<math>') }]);
});

test('QTI 3 is read as QTI 2 is', () => {
  const file = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q3" title="Three">
<qti-response-declaration identifier="R" cardinality="multiple" base-type="identifier"><qti-correct-response><qti-value>a</qti-value><qti-value>c</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><qti-choice-interaction response-identifier="R" max-choices="0"><qti-prompt>Which?</qti-prompt>
<qti-simple-choice identifier="a">x</qti-simple-choice><qti-simple-choice identifier="b">y</qti-simple-choice><qti-simple-choice identifier="c">z</qti-simple-choice>
</qti-choice-interaction></qti-item-body></qti-assessment-item>`;
  expect(read(file).entries.map(summaryOf)).toMatchObject([
    { kind: 'choice', prompt: 'Which?', answers: ['=x', '~y', '=z'] },
  ]);
});

test.each(['qti-hotspot-interaction', 'qti-upload-interaction', 'qti-portable-custom-interaction'])(
  '<%s> of QTI 3 is refused by name',
  (name) => {
    const file = `<qti-assessment-item identifier="q"><qti-item-body><${name} response-identifier="R"/></qti-item-body></qti-assessment-item>`;
    expect(read(file).entries.map(summaryOf)).toMatchObject([
      { reason: expect.stringMatching(/It asks for/) },
    ]);
  },
);

describe('pictures of a package', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const asking = (img: string) =>
    item2(
      response('identifier', 'single', 'b'),
      `<p>${img}</p><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt>${choices('simpleChoice', 'a', 'b')}</choiceInteraction>`,
    );
  const picturesIn = (img: string, name = 'items/images/curve 1.png') =>
    readQti({
      kind: 'package',
      files: new Map([
        ['items/a.xml', bytes(asking(img))],
        [name, png],
      ]),
    }).entries.flatMap((entry) => (entry.ok ? (entry.question.pictures ?? []) : []));

  test.each([
    '<img src="images/curve%201.png" alt="A curve"/>',
    '<img src="./images/../images/curve 1.png" alt="A curve"/>',
    '<object type="image/png" data="images/curve%201.png">A curve</object>',
  ])('%s is brought along', (img) => {
    expect(picturesIn(img)).toEqual([{ name: 'items/images/curve 1.png', base64: 'iVBORwECAw==' }]);
  });

  test.each([
    '<img src="../../etc/curve.png" alt="A curve"/>',
    '<img src="https://example.org/images/curve%201.png" alt="A curve"/>',
    '<img src="images/other.png" alt="A curve"/>',
  ])('%s is not', (img) => expect(picturesIn(img)).toEqual([]));

  test.each(['<img ', '<img src', '<img src="', "<img src='a", '<img src   '])(
    'a text of many «%s» is read in one pass',
    (piece) => {
      const text = piece.repeat(40_000).replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      expect(picturesIn(text)).toEqual([]);
    },
  );

  test('of Canvas are found below its base', () => {
    const html = '&lt;img src="$IMS-CC-FILEBASE$/Quiz/a.png" alt="A curve"&gt;';
    const file = item1('multiple_choice_question', lid('r', labels('a', 'b')), earns(equal('2'))).replace(
      '&lt;p&gt;What?&lt;/p&gt;',
      html,
    );
    const { entries } = readQti({
      kind: 'package',
      files: new Map([
        ['quiz/q.xml', bytes(file)],
        ['web_resources/Quiz/a.png', png],
      ]),
    });
    expect(entries).toMatchObject([
      { ok: true, question: { pictures: [{ name: 'web_resources/Quiz/a.png' }] } },
    ]);
  });
});

test('a package: items of all its files, the broken one named', () => {
  const good = item2(
    response('identifier', 'single', 'b'),
    `<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt>${choices('simpleChoice', 'a', 'b')}</choiceInteraction>`,
  );
  const files = new Map([
    ['imsmanifest.xml', bytes('<manifest/>')],
    ['items/a.xml', bytes(good)],
    ['items/b.xml', bytes('<assessmentItem>\n<itemBody>')],
    ['notes.txt', bytes('nothing')],
  ]);
  const { entries } = readQti({ kind: 'package', files });
  expect(entries.map(summaryOf)).toMatchObject([
    { answers: ['~a', '=b'] },
    { refused: 'file', reason: expect.stringContaining('items/b.xml:2:') },
  ]);
});

test('a broken QTI 1.2 file names its fault and keeps the items that are whole', () => {
  const whole = item1('multiple_choice_question', lid('r', labels('a', 'b')), earns(equal('2')));
  const { entries } = read(whole.replace('</section>', ''));
  expect(entries.map(summaryOf)).toMatchObject([{ refused: 'file' }, { answers: ['~a', '=b'] }]);
});
