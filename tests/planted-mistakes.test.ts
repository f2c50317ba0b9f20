import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileCourse } from './planted-mistakes/course.ts';
import { goodCourse } from './planted-mistakes/good-course.ts';
import { inAnswers } from './planted-mistakes/in-answers.ts';
import { betweenSteps, inCodeSteps } from './planted-mistakes/in-code-steps.ts';
import { inComponents } from './planted-mistakes/in-components.ts';
import { inDelivery } from './planted-mistakes/in-delivery.ts';
import { inFiles } from './planted-mistakes/in-files.ts';
import { inItems } from './planted-mistakes/in-items.ts';
import { inProse } from './planted-mistakes/in-prose.ts';
import { inVariants } from './planted-mistakes/in-variants.ts';
import { plant } from './planted-mistakes/mistake.ts';

const mistakes = [
  ...inProse,
  ...inComponents,
  ...inItems,
  ...inAnswers,
  ...inCodeSteps,
  ...betweenSteps,
  ...inVariants,
  ...inFiles,
  ...inDelivery,
];
/** Every message tells the author what to do, with one of these verbs. */
const instruction =
  /\b(?:write|use|remove|add|close|correct|begin|move|split|join|give|put|quote|mend|reword|name|change|break|keep|let|run|rename|take|draw|reorder|drop|say|choose|save)\b/i;

test('the good course has no findings', () => expect(compileCourse(goodCourse).findings).toEqual([]));

test('there are at least 45 planted mistakes with different names', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(45);
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length);
});

test.each(mistakes)('$name', (mistake) => {
  const { files, line, column } = plant(mistake);
  const { findings } = compileCourse(files);
  const [found] = findings.filter(({ rule }) => rule === mistake.rule);
  const others = findings.filter((finding) => finding !== found).map(({ rule }) => rule);
  expect(found, findings.map(({ message }) => message).join('\n')).toBeDefined();
  expect(others).toEqual(mistake.also ?? []);
  if (mistake.is.includes('▸'))
    expect(`${found?.file}:${found?.line}:${found?.column}`).toBe(
      `course/${mistake.in ?? mistake.file}:${line}:${column}`,
    );
  expect(found?.message.length).toBeGreaterThan(40);
  expect(found?.message).toMatch(instruction);
});

test('the handbook explains the rule of every planted mistake', () => {
  const page = readFileSync('content/handbook/author/findings.mdx', 'utf8');
  const explained = page
    .split('\n')
    .flatMap((line) => line.split(' | ', 1)[0]?.match(/(?<=`)[a-z-]+(?=`)/g) ?? []);
  expect(mistakes.map(({ rule }) => rule).filter((rule) => !explained.includes(rule))).toEqual([]);
});

test('all mistakes in one file are reported at once', () => {
  const text = `---
minutes: many
---

# Big

Under <5 % of {x}.

<Note kind="idea">

See [this](javascript:x).

</Note>

<Quiz />

<Choice id="eight" objective="fourth">

Which?

- [ ] One <Id is="one" />
- [ ] Two

</Choice>
`;
  const { findings } = compileCourse({ ...goodCourse, 'good/why.mdx': text });
  expect(findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`).toSorted()).toEqual(
    [
      '2:1 front-matter',
      '5:1 heading-one',
      '7:7 prose-less-than',
      '7:15 expression',
      '9:7 attribute-value',
      '11:5 link',
      '15:1 component',
      '17:20 objective-unknown',
      '21:1 key-missing',
      '22:1 part-id-missing',
    ].toSorted(),
  );
});

test.each(['track.mdx', 'good/lesson.mdx'])('a missing %s is reported', (file) => {
  const { [file]: _gone, ...files } = goodCourse;
  const [found] = compileCourse(files).findings;
  expect(found).toMatchObject({ file: `course/${file}`, line: 1, column: 1, rule: 'file-missing' });
  expect(found?.message).toMatch(instruction);
});
