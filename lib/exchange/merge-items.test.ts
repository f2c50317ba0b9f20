import { expect, test } from 'vitest';
import { formatNamed } from './formats.ts';
import { readItems } from './item/read-items.ts';
import { mergeItems } from './merge-items.ts';
import { planImport } from './plan-import.ts';
import { testTarget } from './testing/summary.ts';

const lesson = `# Pool

<Choice id="aim-state" level="hard" objective="second" title="State" time="1:30" apart="states" taught="deep#state">

What does a seed fix?

- [x] The draws <Id is="drawn" />
  > They follow the state.
- [ ] The files <Id is="disk" />
  > Their order is another matter.

<Hint>Think of the state.</Hint>

<Solution>

A seed sets the state.

</Solution>

</Choice>
`;

/** What a format makes of the lesson, imported again with another question. */
function imported(formatName: string, change: (text: string) => string) {
  const format = formatNamed(formatName);
  const content = format?.write?.(readItems(lesson)).content;
  if (!format || content?.kind !== 'text') throw new Error(`${formatName} writes no text`);
  const reading = format.read({ kind: 'text', text: change(content.text) });
  const { items } = planImport(reading, { ...testTarget, prefix: 'aim' });
  return items.flatMap((item) => (item.outcome === 'refused' ? [] : [item]));
}

test.each(['gift', 'aiken', 'moodle', 'csv'])('our own export in %s changes nothing', (format) => {
  const { text, outcomes } = mergeItems(
    lesson,
    imported(format, (same) => same),
    true,
  );
  if (format !== 'aiken') expect([...outcomes.values()]).toEqual(['same']);
  expect(text).toContain('time="1:30"');
});

test.each(['gift', 'moodle', 'csv'])(
  'of %s a changed question is taken, and what it cannot hold stays',
  (format) => {
    const items = imported(format, (text) =>
      text.replace('What does a seed fix?', 'What does a seed decide?'),
    );
    const { text, outcomes } = mergeItems(lesson, items, true);
    expect([...outcomes.values()]).toEqual(['replaced']);
    expect(text).toBe(lesson.replace('What does a seed fix?', 'What does a seed decide?'));
  },
);

test('a level, a hint and feedback of the import are taken', () => {
  const item = {
    id: 'aim-state',
    text: '<Choice id="aim-state" level="easy" objective="first">\n\nWhat?\n\n- [x] The draws <Id is="the-draws" />\n  > Yes.\n- [ ] Luck <Id is="luck" />\n\n<Hint>Another.</Hint>\n\n</Choice>',
    unnamed: ['objective'],
  };
  const { text } = mergeItems(lesson, [item], true);
  expect(text).toContain('level="easy" objective="second"');
  expect(text).toContain('- [x] The draws <Id is="drawn" />\n  > Yes.\n- [ ] Luck <Id is="luck" />');
  expect(text.match(/<Hint>.*<\/Hint>/g)).toEqual(['<Hint>Another.</Hint>']);
});

test('an item of another kind is replaced whole', () => {
  const item = { id: 'aim-state', text: '<Text id="aim-state">\n\nWhat?\n\n- [x] draws\n\n</Text>' };
  expect(mergeItems(lesson, [item], true).text).toBe(`# Pool\n\n${item.text}\n`);
});
