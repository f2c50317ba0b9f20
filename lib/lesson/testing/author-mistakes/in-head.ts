import { type AuthorMistake, goodHead, inHead } from './author-mistake.ts';

const inTop = (name: string, text: string, says: RegExp): AuthorMistake => ({
  name,
  file: 'lesson.mdx',
  text,
  says,
});
const body = goodHead.split('\n').slice(1).join('\n');

/** Mistakes in the front matter. */
export const headMistakes: readonly AuthorMistake[] = [
  inHead('one author without brackets', 'authors: [Maria]', '▸authors: Maria', /authors: \[Maria\]/),
  inHead('two authors without brackets', 'authors: [Maria]', '▸authors: Ana, Bo', /authors: \[Ana, Bo\]/),
  inHead('a title in curly quotes', 'title: Words', 'title: ▸“Words”', /curly quotes.*straight/i),
  inHead(
    'a title in curly quotes with a colon',
    'title: Words',
    'title: ▸“Words: a start”',
    /curly quotes.*straight/i,
  ),
  inHead('an author in curly quotes', '[Maria]', '[▸“Maria”]', /curly quotes.*straight/i),
  inHead('a date in curly quotes', '2026-11-22', '▸“2026-11-22”', /curly quotes.*straight/i),
  inHead('a tab before a field', '  - id: first', '▸\t- id: first', /tab.*spaces/i),
  inHead(
    'no-break spaces before a field',
    '    text: Say',
    '▸\u00a0\u00a0\u00a0\u00a0text: Say',
    /no-break space.*ordinary space/i,
  ),
  inHead('no space after the colon', 'title: Words', '▸title:Words', /space after the colon/i),
  inHead('a field with a capital', 'title: Words', '▸Title: Words', /Did you mean «title»\?/),
  inHead('a field with a typing mistake', 'summary: What', '▸sumary: What', /Did you mean «summary»\?/),
  inHead('a field in Chinese punctuation', 'title: Words', '▸title： Words', /colon.*ordinary/i),
  inHead('a hyphen without a space', '[Maria]', '\n  ▸-Maria\n  -Bo', /space after the hyphen/i),
  inHead(
    'sources without title and url',
    '  - title: Words\n    url: https://example.org/words',
    '  - ▸https://example.org/words',
    /title: .*url: /,
  ),
  inHead(
    'a field of the other case in a source',
    '    url: https',
    '    ▸URL: https',
    /Did you mean «url»\?/,
  ),
  inHead('a date with points', 'updated: 2026-11-22', '▸updated: 22.11.2026', /2026-11-22/),
  inHead('minutes with their unit', 'updated: 2026-11-22', 'updated: 2026-11-22\n▸minutes: 5 min', /digits/),
  inHead(
    'a merge that was not finished',
    'title: Words',
    '▸<<<<<<< HEAD\ntitle: Words\n=======\ntitle: Terms\n>>>>>>> terms',
    /merge.*keep/i,
  ),
  inTop('no front matter', '▸A word stands for a thing.\n', /front matter.*---/i),
  inTop('dashes that a word processor joined', `▸—\n${body}\nText.\n`, /---.*first line/i),
  inTop('four dashes', `▸----\n${body}\nText.\n`, /---.*first line/i),
  inTop('an empty line before the front matter', `▸\n${goodHead}\nText.\n`, /---.*first line/i),
  inTop('front matter in a fence', `▸\`\`\`yaml\n${goodHead}\`\`\`\n\nText.\n`, /---.*first line/i),
  inTop('front matter in TOML', '▸+++\ntitle = "Words"\n+++\n\nText.\n', /---.*first line/i),
  inTop('front matter that is not closed', `▸${goodHead.slice(0, -4)}\nText.\n`, /not closed.*---/i),
];
