import { goodCourse } from './good-course.ts';
import { type Mistake, within } from './mistake.ts';

const practice = within('practice');

const table = goodCourse['good/practice.mdx']?.match(/\| pinned[\s\S]*?\| It moves\. \|\n/)?.[0] ?? '';
const oneColumn = '▸| pinned |\n|---|\n| packages <Id is="packages" /> |\n';

/** Mistakes in typed answers and in pairs. */
export const inAnswers: readonly Mistake[] = [
  practice('a tolerance in words', 'tolerance="2%"', '▸tolerance="a bit"', 'attribute-value'),
  practice('a number that nobody could give', '- [ ] 600', '▸- [ ] 6,00', 'value-unreadable'),
  practice('a number in another unit', '- [ ] 600', '▸- [ ] 600 MB', 'value-unreadable'),
  practice('a wrong number that counts as right', '- [ ] 600', '▸- [ ] 26.5', 'value-within'),
  practice('a number twice', '- [ ] 600', '▸- [ ] 26.0', 'value-twice'),
  practice(
    'a share of nothing',
    'tolerance="2%" unit="GB|gigabytes" objective="first-aim">\n\nHow many gigabytes?\n\n- [x] 26',
    '▸tolerance="2%" objective="first-aim">\n\nHow many?\n\n- [x] 0',
    'tolerance-zero',
  ),
  practice('a unit that is asked for and not given', 'unit="GB|gigabytes"', '▸with-unit', 'unit-missing'),
  practice('no right number', '- [x] 26', '▸- [ ] 26', 'key-missing'),
  practice('a number without its box', '- [ ] 600', '▸- 600', 'option-unmarked'),
  practice('a number without question', 'How many gigabytes?\n', '', 'prompt-missing', { at: '<Number' }),
  practice('no list of numbers', '- [x] 26\n- [ ] 600\n  > That copies everything.\n', '', 'parts-missing', {
    at: '<Number',
  }),
  practice('a typed answer in bold', '- [x] seed', '▸- [x] **seed**', 'value-marks'),
  practice('a typed answer with an id', '- [x] seed', '- [x] seed ▸<Id is="seed" />', 'tag-place', {
    also: ['value-marks'],
  }),
  practice('two texts that count as the same', '- [ ] state', '▸- [ ] SEED', 'value-twice'),
  practice('a text of another form', '- [ ] state', '▸- [ ] its state', 'value-form'),
  practice('a text of another length', '- [ ] state', '▸- [ ] s', 'value-form'),
  practice(
    'a text of which nothing is left',
    'ignore="case" form="one word" length="2-12" objective="first-aim">\n\nWhat starts a generator?\n\n- [x] seed\n- [ ] state',
    'ignore="punctuation" objective="first-aim">\n\nWhat starts a generator?\n\n- [x] seed\n▸- [ ] ?!',
    'value-form',
  ),
  practice('a form that nobody knows', 'form="one word"', '▸form="poem"', 'attribute-value'),
  practice('something else to ignore', 'ignore="case" form', '▸ignore="spelling" form', 'attribute-value'),
  practice('a length that begins with its end', 'length="2-12"', '▸length="12-2"', 'length-empty', {
    also: ['value-form', 'value-form'],
  }),
  practice('no table of pairs', table, '', 'parts-missing', { at: '<Match' }),
  practice('a table with one column', table, oneColumn, 'match-columns', {
    also: ['match-partner', 'match-too-short'],
  }),
  practice(
    'a row without partner',
    '| draws <Id is="draws" /> | a seed <Id is="a-seed" /> | |',
    '▸| draws <Id is="draws" /> | | |',
    'match-partner',
  ),
  practice('an entry without id', 'draws <Id is="draws" /> |', '▸draws |', 'part-id-missing'),
  practice(
    'an entry with two ids',
    '<Id is="a-seed" />',
    '<Id is="a-seed" /> ▸<Id is="another" />',
    'part-id-many',
  ),
  practice('two entries with one id', '<Id is="a-seed" />', '▸<Id is="draws" />', 'part-id-twice'),
  practice('two partners with one id', '<Id is="digest" />', '▸<Id is="lock-file" />', 'part-id-twice'),
  practice('two partners that say the same', 'a digest <Id', '▸a seed <Id', 'match-alike'),
  practice(
    'two entries that say the same',
    'images <Id is="images" />',
    '▸draws <Id is="images" />',
    'match-alike',
  ),
  practice(
    'one partner for all',
    table,
    '▸| pinned | by | note |\n|---|---|---|\n| packages <Id is="packages" /> | a seed <Id is="a-seed" /> | |\n| draws <Id is="draws" /> | a seed <Id is="a-seed" /> | |\n| images <Id is="images" /> | a seed <Id is="a-seed" /> | |\n| | a tag <Id is="tag" /> | It moves. |\n',
    'match-one-partner',
  ),
  practice(
    'two pairs',
    '| images <Id is="images" /> | a digest <Id is="digest" /> | |\n',
    '',
    'match-too-short',
    { at: '| pinned' },
  ),
  practice('text after the pairs', '| It moves. |\n', '| It moves. |\n\n▸Think well.\n', 'text-after-parts'),
];
