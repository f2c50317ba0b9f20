import { expect, test } from 'vitest';
import { compileCourse } from '#tests/planted-mistakes/course.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { teachingPassage } from './passages.ts';
import { taughtItems, teachingFindings } from './teaching.ts';

const deep = `## Streams of workers

Each worker gets a stream of its own, derived from the seed of the run and the number of the worker. Two workers that
share a stream draw the same numbers, so their batches repeat, and the run learns from half of the data that it reads.

## Checksums of files

A checksum names the bytes of a file. When one byte changes, the checksum changes, whatever the date and the size say.
Write the checksum of each input beside the result, and compare it before you train again on another machine.
`;
const choice = (
  asks: string,
  right: string,
  more = '',
) => `<Choice id="added" level="hard" objective="first-aim"${more}>

${asks}

- [x] ${right} <Id is="right" />
- [ ] Nothing <Id is="nothing" />

</Choice>
`;
const onStreams = choice(
  'Two workers share one stream. What do their batches do?',
  'They repeat the same numbers',
);
const onBread = choice('Which flour makes sourdough bread rise highest overnight?', 'Strong wheat flour');

function compiled(added: string, text = deep) {
  const files = {
    ...goodCourse,
    'good/deep.mdx': text,
    'good/pool.mdx': `${goodCourse['good/pool.mdx']}\n${added}`,
  };
  const { tracks, findings } = compileCourse(files);
  expect(findings).toEqual([]);
  const lesson = tracks[0]?.lessons.find(({ slug }) => slug === 'good');
  const source = {
    track: 'course',
    slug: 'good',
    folder: 'course/good',
    files: new Map([['deep.mdx', text]]),
  };
  return { lesson, found: lesson ? teachingFindings(lesson, source) : [] };
}

test('an item on what the lesson does not speak of is untaught', () => {
  const [one, ...more] = compiled(onBread).found.filter(({ rule }) => rule === 'untaught');
  expect(more).toEqual([]);
  expect(one).toMatchObject({ severity: 'warning', itemId: 'added' });
  expect(one?.message).toContain('flour, makes, sourdough');
});

test('an item that names its passage is taught', () => {
  const named = onBread.replace('objective=', 'taught="#checksums-of-files" objective=');
  expect(compiled(named).found.filter(({ rule }) => rule === 'untaught')).toEqual([]);
});

test('a passage that no item asks about is reported at its heading', () => {
  const { found } = compiled(onStreams);
  expect(found.map(({ rule, file, line }) => `${file}:${line} ${rule}`)).toEqual([
    'course/good/deep.mdx:6 untested',
  ]);
  expect(found[0]?.message).toContain('taught="deep#checksums-of-files"');
});

test('a passage is tested by an item that names it', () => {
  const named = onStreams.replace('objective=', 'taught="#checksums-of-files" objective=');
  expect(compiled(named).found.map(({ message }) => message)).toEqual([]);
});

test('many untaught items are one finding', () => {
  const many = Array.from({ length: 6 }, (_, at) =>
    onBread.replace('id="added"', `id="added-${at}"`).replace('bread', `bread${at}`),
  );
  const [one, ...more] = compiled(many.join('\n')).found.filter(({ rule }) => rule === 'untaught');
  expect(more).toEqual([]);
  expect(one?.message).toMatch(/^6 of 16 items .*\(lines \d+(, \d+){5}\)/);
});

test('the passage that an item names comes before the one of its objective', () => {
  const { lesson } = compiled(onStreams);
  const taughtBy = (taught?: string) =>
    lesson && teachingPassage(lesson, { objective: null, ...(taught === undefined ? {} : { taught }) });
  expect(taughtBy('#checksums-of-files')).toEqual({
    activity: 'deep',
    title: 'Checksums of files',
    anchor: 's-checksums-of-files',
  });
  expect(taughtBy('deep#streams-of-workers')).toMatchObject({ title: 'Streams of workers' });
  expect(taughtBy()).toBeNull();
});

test('each item has the passage that its author names, or the nearest in its words', () => {
  const passageOf = (added: string) => {
    const { lesson } = compiled(added);
    const [last] = lesson ? taughtItems(lesson).slice(-1) : [];
    return last && [last.passage, last.isSuggested];
  };
  expect(passageOf(onStreams)).toEqual(['deep#streams-of-workers', true]);
  expect(passageOf(onStreams.replace('objective=', 'taught="#checksums-of-files" objective='))).toEqual([
    '#checksums-of-files',
    false,
  ]);
  expect(passageOf(onBread)).toEqual([null, true]);
});
