import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyItemType, itemTypes } from '#lib/item/registry.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { lockFile } from '#lib/lesson/proof-lock.ts';
import type { TrackSource } from '#lib/lesson/source.ts';
import { deserializeTracks, type SerializedFixtures } from './serialized-tracks.ts';
import { varyingItems } from './varying-items.ts';

/**
 * A small course for tests: one track, one lesson, one of nearly everything. Each secret text (feedback, hint,
 * solution, key, keyword …) holds a canary of its own, so that whoever finds one outside the server knows what leaked.
 */
const planted: string[] = [];

function canary(where: string): string {
  const word = `canary-${where}`;
  if (planted.includes(word)) throw new Error(`The canary ${word} is planted twice`);
  planted.push(word);
  return word;
}

const hint = (id: string, n = 1) => `<Hint>Think of ${canary(`${id}-hint-${n}`)}.</Hint>\n\n`;
const solution = (id: string) => `<Solution>\n\nBecause of ${canary(`${id}-solution`)}.\n\n</Solution>\n\n`;

/** Labels of the options of every choice; the first one is right if none of them is named. */
const labels = ['Surely so', 'Perhaps not', 'Neither'] as const;

interface Asked {
  readonly id: string;
  readonly right?: (typeof labels)[number];
  readonly level?: 'easy' | 'medium' | 'hard';
  readonly more?: string;
}

/** Option `yes` is right; `no` and `nor` are wrong. */
function choice({ id, level = 'easy', right = labels[0], more = '' }: Asked): string {
  const [wrong = '', other = ''] = labels
    .filter((label) => label !== right)
    .toSorted()
    .toReversed();
  const option = (mark: string, text: string, name: string) =>
    `- [${mark}] ${text} <Id is="${name}" />\n  > Told of ${name}: ${canary(`${id}-feedback-${name}`)}\n`;
  const options = option(' ', wrong, 'no') + option('x', right, 'yes') + option(' ', other, 'nor');
  return `<Choice id="${id}" level="${level}" objective="first"${more}>\n\nIs ${id} so?\n\n${options}\n${hint(id)}${hint(id, 2)}${solution(id)}</Choice>\n`;
}

function blanks(id: string): string {
  const accepted = canary(`${id}-accepted`);
  return `<Blanks id="${id}" level="medium" objective="second">

Complete the line.

\`\`\`python
random.[[seed|${accepted}]](42)
\`\`\`

<Bank>

- \`shuffle\`
  > Shuffling differs: ${canary(`${id}-feedback-shuffle`)}

</Bank>

${hint(id)}${solution(id)}</Blanks>
`;
}

const card = (id: string) =>
  `<Card id="${id}" objective="first">\n\nWhat is on the back?\n\n<Back>\n\nThe back says ${canary(`${id}-back`)}.\n\n</Back>\n\n</Card>\n`;

function recall(id: string): string {
  const concept = (name: string) =>
    `- The concept ${canary(`${id}-label-${name}`)} <Id is="${name}" />\n  > ${name}, ${canary(`${id}-keyword-${name}`)}\n`;
  return `<Recall id="${id}" objective="second">\n\nWrite down what you remember.\n\n${concept('alpha')}${concept('beta')}\n</Recall>\n`;
}

const whatIf = (id: string) =>
  `<WhatIf id="${id}" objective="second">\n\nWhat if there were more?\n\n${solution(id)}</WhatIf>\n`;

function codeStep(id: string): string {
  const wanted = canary(`${id}-has`);
  return `<CodeStep id="${id}" objective="first" level="easy">

Finish the program.

\`\`\`python
print("begun")
\`\`\`

<Check id="finished" has="${wanted}">It is not finished: ${canary(`${id}-message`)}.</Check>

${hint(id)}<Solution>

\`\`\`python
print("${wanted}")  # ${canary(`${id}-program`)}
\`\`\`

</Solution>

</CodeStep>
`;
}

/** A step that is graded by running: one check calls for a value, another passes hidden input. */
function runStep(id: string): string {
  const input = canary(`${id}-input`);
  const gives = canary(`${id}-gives`);
  return `<CodeStep id="${id}" objective="second" level="medium">

Write the function.

\`\`\`python
def answer():
    return None
\`\`\`

<Check id="gives" calls="answer()" gives="'${gives}'">It gives something else: ${canary(`${id}-message-gives`)}.</Check>

<Check id="echoes" input="${input}" prints="${input}">It does not echo: ${canary(`${id}-message-echoes`)}.</Check>

${hint(id)}<Solution>

\`\`\`python
import sys


def answer():
    return '${gives}'


print(sys.stdin.read())
\`\`\`

</Solution>

</CodeStep>
`;
}

function order(id: string): string {
  const steps = ['one', 'two', 'three']
    .map((name, at) => `${at + 1}. Do step ${name} <Id is="${name}" />\n`)
    .join('');
  return `<Order id="${id}" level="hard" objective="second">\n\nPut the steps in order.\n\n${steps}\n${hint(id)}${solution(id)}</Order>\n`;
}

const output = (id: string) => `<Output id="${id}" level="medium" objective="first">

What does it print?

\`\`\`python
print(secret)
\`\`\`

\`\`\`output
${canary(`${id}-key`)}
\`\`\`

${hint(id)}${solution(id)}</Output>
`;

const number = (
  id: string,
) => `<Number id="${id}" level="easy" objective="first" tolerance="1%" unit="${canary(`${id}-unit`)}" with-unit>

How many are there?

- [x] 8675309
  > Counted: ${canary(`${id}-feedback-right`)}
- [ ] 24
  > Turned round: ${canary(`${id}-feedback-wrong`)}

${hint(id)}${solution(id)}</Number>
`;

const text = (id: string) => `<Text id="${id}" level="medium" objective="first" ignore="case" form="one word">

What is it called?

- [x] ${canary(`${id}-key`)}
  > So it is: ${canary(`${id}-feedback-right`)}
- [ ] ${canary(`${id}-wrong`)}
  > Nearly: ${canary(`${id}-feedback-wrong`)}

${hint(id)}${solution(id)}</Text>
`;

function match(id: string): string {
  const row = (name: string) =>
    `| left ${name} <Id is="${name}" /> | right ${name} <Id is="to-${name}" /> | ${canary(`${id}-note-${name}`)} |\n`;
  const stray = `| | right of none <Id is="to-none" /> | ${canary(`${id}-note-none`)} |\n`;
  const rows = ['one', 'two', 'three'].map(row).join('') + stray;
  return `<Match id="${id}" level="hard" objective="second">\n\nWhat belongs to what?\n\n| left | right | note |\n|---|---|---|\n${rows}\n${hint(id)}${solution(id)}</Match>\n`;
}

const typedBlanks = (id: string) => `<Blanks id="${id}" level="hard" objective="second" ignore="spaces">

Type what is missing.

\`\`\`python
x = [[${canary(`${id}-accepted`)}]]
\`\`\`

${hint(id)}${solution(id)}</Blanks>
`;

const levels = ['easy', 'medium', 'hard'] as const;
const rightLabel = (at: number): Pick<Asked, 'right'> => {
  const right = labels[(at + Math.floor(at / 3)) % labels.length];
  return right ? { right } : {};
};
const pool = Array.from({ length: 12 }, (_, at) =>
  // Each label is right in a third of the pool, so that nobody can guess it from other questions.
  choice({ id: `pool-${at + 1}`, level: levels[at % 3] ?? 'easy', ...rightLabel(at) }),
);

const files = new Map([
  [
    'lesson.mdx',
    `---
id: fixture-lesson
title: The fixture
summary: A lesson that exists for tests alone.
objectives:
  - id: first
    text: Say what comes first
    read: [introduction#where-it-begins, practice]
  - id: second
    text: Say what comes second
prerequisites: []
badge:
  id: fixture-badge
  name: Fixture Badge
  rule: challenge
  about: Has met every challenge of the tests.
authors: [The tests]
sources:
  - title: Nothing in particular
    url: https://example.org/
updated: 2026-11-22
minutes: 5
---

An introduction that asks nothing and can be marked as read.

## Where it begins

At the beginning.
`,
  ],
  [
    'try.mdx',
    [choice({ id: 'try-1' }), choice({ id: 'try-2', level: 'medium' }), blanks('try-3')].join('\n'),
  ],
  [
    'challenge.mdx',
    [
      choice({ id: 'challenge-1', more: ' time="1:30"' }),
      choice({ id: 'challenge-2', level: 'hard', more: ' time="2:00"' }),
    ].join('\n'),
  ],
  ['review.mdx', [card('review-card'), recall('review-recall')].join('\n')],
  ['scale.mdx', whatIf('scale-what-if')],
  ['project.mdx', [codeStep('project-step'), runStep('project-run')].join('\n')],
  ['practice.mdx', [order('practice-order'), output('practice-output')].join('\n')],
  ['pool.mdx', pool.join('\n')],
]);

const varying = varyingItems(canary);

/** The kinds that the other files lack, and items in variants, in a separate activity, since many tests count the items of the others. */
const others = [
  number('deep-number'),
  text('deep-text'),
  match('deep-match'),
  typedBlanks('deep-typed'),
  ...varying.texts,
];

/** For kinds without planted canaries, their own examples are used. */
const examples = Object.values<AnyItemType>(itemTypes)
  .filter(({ component }) => ![...files.values(), ...others].some((mdx) => mdx.includes(`<${component} `)))
  .flatMap((type) => Object.values(type.exampleSources).map((mdx) => mdx.replace('"aim"', '"second"')));

const otherKinds = ['deep.mdx', [...others, ...examples].join('\n')] as const;

const source: TrackSource = {
  slug: 'fixture-track',
  folder: 'fixture-track',
  page: '---\nid: fixture-track\ntitle: The fixture track\nsummary: A track for tests.\nlessons: [fixture]\nupdated: 2026-11-22\n---\n\nOne lesson.\n',
  lessons: [{ track: 'fixture-track', slug: 'fixture', folder: 'fixture-track/fixture', files }],
};

/** Every planted word. None may reach a learner before it is due, and most never reach a teacher. */
export const canaries: readonly string[] = planted;

export const fixtureLessonId = 'fixture-lesson';

/** The course as its author wrote it; with `everyKind` it has one more activity. */
export function fixtureSource({ everyKind }: { everyKind: boolean }): TrackSource {
  const lessons = source.lessons.map((lesson) =>
    everyKind ? { ...lesson, files: new Map([...files, otherKinds]), proofs: varying.proofs } : lesson,
  );
  return { ...source, lessons };
}

/** The environment variable with the file of the compiled course, which is written before a run. */
export const fixtureVariable = 'TEST_FIXTURE_COURSE';

/** A new copy of the compiled course, without highlighted code; with `everyKind` it has one more activity. */
export function fixtureLibrary({ everyKind = false } = {}): Library {
  const file = process.env[fixtureVariable];
  if (!file) throw new Error('The fixture course is compiled by the set-up of vitest, which has not run');
  const written: SerializedFixtures = JSON.parse(readFileSync(file, 'utf8'));
  return makeLibrary(deserializeTracks(everyKind ? written.everyKind : written.plain), []);
}

/** Writes the course with every kind of item as files, for a server with its own content folder. */
export function writeFixtureCourse(dir: string): void {
  const [lesson] = source.lessons;
  mkdirSync(join(dir, source.folder, 'fixture'), { recursive: true });
  writeFileSync(join(dir, source.folder, 'track.mdx'), source.page ?? '');
  for (const [name, words] of [...(lesson?.files ?? []), otherKinds])
    writeFileSync(join(dir, source.folder, 'fixture', name), words);
  writeFileSync(join(dir, source.folder, 'fixture', lockFile), varying.proofs);
}
