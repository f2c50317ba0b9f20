import { type AuthorMistake, inItem, inOptions } from './author-mistake.ts';

const one = 'One <Id is="one" />';
const two = 'Two <Id is="two" />';
const three = 'Three <Id is="three" />';
const asked = (question: string, options: string, more = '') =>
  `<Choice id="q"${more}>\n\n${question}\n\n${options}\n\n</Choice>`;
const typed = (answer: string) => `<Text id="q">\n\nWhich word?\n\n${answer}\n\n</Text>`;

/** Mistakes in items. */
export const itemMistakes: readonly AuthorMistake[] = [
  inOptions('no space after the hyphen', `▸-[x] ${one}\n-[ ] ${two}`, /space after the hyphen|`- \[/),
  inOptions('a no-break space after the hyphen', `▸-\u00a0[x] ${one}\n-\u00a0[ ] ${two}`, /no-break space/i),
  inOptions('a no-break space in the box', `- [x] ${one}\n▸- [\u00a0] ${two}`, /`- \[ \] ?`/),
  inOptions('a no-break space behind the box', `▸- [x]\u00a0${one}\n- [ ] ${two}`, /no-break space/i),
  inOptions('a zero-width space before the hyphen', `▸\u200b- [x] ${one}\n- [ ] ${two}`, /cannot be seen/i),
  inOptions(
    'a mark of direction before the hyphen',
    `▸\u200f- [x] נכון <Id is="one" />\n- [ ] ${two}`,
    /cannot be seen/i,
  ),
  inOptions('nothing behind the box', `▸- [x]${one}\n- [ ] ${two}`, /space (after|behind) the box/i),
  inOptions('nothing in the box', `- [x] ${one}\n▸- [] ${two}`, /`- \[ \]/),
  inOptions('blanks in the box', `▸- [ x ] ${one}\n- [ ] ${two}`, /`- \[x\]/),
  inOptions('a tick in the box', `▸- [✓] ${one}\n- [ ] ${two}`, /`- \[x\]/),
  inOptions('round boxes', `▸- (x) ${one}\n- ( ) ${two}`, /`- \[x\]/),
  inOptions('boxes of a word processor', `▸☑ ${one}\n☐ ${two}`, /`- \[x\]/),
  inOptions('full-width boxes', `▸- ［x］ ${one}\n- [ ] ${two}`, /`- \[x\]/),
  inOptions('no hyphens', `▸[x] ${one}\n[ ] ${two}`, /`- \[x\]/),
  inOptions('two kinds of bullets', `- [x] ${one}\n▸* [ ] ${two}`, /same (mark|bullet)/i),
  inOptions(
    'a third kind in the middle',
    `- [x] ${one}\n▸+ [ ] ${two}\n- [ ] ${three}`,
    /same (mark|bullet)/i,
  ),
  inOptions('feedback that is not indented', `- [x] ${one}\n▸> Yes.\n- [ ] ${two}`, /two spaces/i),
  inOptions('feedback of the last option', `- [x] ${one}\n- [ ] ${two}\n▸> No.`, /two spaces/i),
  inOptions(
    'feedback of each option',
    `- [x] ${one}\n▸> Yes.\n- [ ] ${two}\n> No.\n- [ ] ${three}\n> No.`,
    /two spaces/i,
  ),
  inOptions('options with letters', `▸a) ${one}\nb) ${two}`, /`- \[x\]/),
  inOptions('the answer below', `- [ ] ${one}\n- [ ] ${two}\n\n▸Answer: One`, /`- \[x\]/),
  inOptions(
    'options that differ in capitals',
    `- [x] The seed <Id is="one" />\n▸- [ ] the seed <Id is="two" />`,
    /capital/i,
  ),
  inOptions(
    'options that differ in a full stop',
    `- [x] The seed <Id is="one" />\n▸- [ ] The seed. <Id is="two" />`,
    /full stop/i,
  ),
  inItem(
    'two keys for one',
    asked('Which ONE holds?', `- [x] ${one}\n▸- [x] ${two}\n- [ ] ${three}`),
    /one.*two.*right|asks for one/i,
  ),
  inItem(
    'one key for two',
    asked('Which two hold?', `▸- [x] ${one}\n- [ ] ${two}\n- [ ] ${three}`),
    /asks for (two|2)/i,
  ),
  inItem(
    'one key for all that apply',
    asked('Choose all that apply.', `▸- [x] ${one}\n- [ ] ${two}\n- [ ] ${three}`),
    /many/,
  ),
  inItem('two spellings as one answer', typed('▸- [x] colour, color'), /line of its own|- \[x\] color/i),
  inItem('two spellings with a slash', typed('▸- [x] grey / gray'), /line of its own|- \[x\] gray/i),
  inItem('two answers with or', typed('▸- [x] seed or state'), /line of its own|- \[x\] state/i),
  inItem(
    'Windows line ends',
    asked('What holds?', `▸-[x] ${one}\n-[ ] ${two}`).replaceAll('\n', '\r\n'),
    /space after the hyphen|`- \[/,
  ),
  inItem(
    'a mark of byte order',
    `\ufeff${asked('What holds?', `▸-[x] ${one}\n-[ ] ${two}`)}`,
    /space after the hyphen|`- \[/,
  ),
  {
    name: 'one mistake in fifty-nine items',
    file: 'practice.mdx',
    text: Array.from(
      { length: 59 },
      (_, at) =>
        `<Choice id="q-${at}" ${at === 0 ? '▸' : ''}objective="frist">\n\nWhat holds?\n\n- [x] ${one}\n- [ ] ${two}\n\n</Choice>\n`,
    ).join('\n'),
    says: /Did you mean "first"\?.* 58 more/,
  },
];
