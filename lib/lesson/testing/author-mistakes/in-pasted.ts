import { type AuthorMistake, inText } from './author-mistake.ts';

const paragraphs = Array.from({ length: 20 }, (_, at) => `<p class="MsoNormal">Text ${at}.</p>`).join('\n\n');

/** Mistakes of somebody who does not program: what a word processor, a web page or another script brings along. */
export const pastedMistakes: readonly AuthorMistake[] = [
  inText('a table without a row of dashes', '▸| a | b |\n| 1 | 2 |', /row of dashes/),
  inText('a table without outer bars and dashes', '▸name | age\nAna | 3\nBo | 4', /row of dashes/),
  inText('a table with tabs', '▸Name\tAge\nAna\t3\nBo\t4', /tabs.*\| Name \| Age \|/),
  inText(
    'a table of lines',
    '▸+-----+-----+\n| a   | b   |\n+-----+-----+\n| 1   | 2   |\n+-----+-----+',
    /row of dashes/,
  ),
  inText('a table of box signs', '▸┌───┬───┐\n│ a │ b │\n├───┼───┤\n│ 1 │ 2 │\n└───┴───┘', /\| a \| b \|/),
  inText('a table of HTML', '▸<table>\n<tr><td>a</td><td>b</td></tr>\n</table>', /\|---\|/),
  inText('dashes that were joined in a table', '▸| a | b |\n|—|—|\n| 1 | 2 |', /\|---\|---\|/),
  inText('bullets', '▸• one\n• two', /`- `/),
  inText('bullets of a symbol font', '▸\uf0b7\tone\n\uf0b7\ttwo', /`- `/),
  inText('a list of long dashes', '▸– one\n– two', /`- `/),
  inText('a list of letters', '▸a) one\nb) two', /`1\. `|`- `/),
  inText('paragraphs of HTML', `▸${paragraphs}`, /<p>.*HTML.*39 more|HTML.*19 more/s),
  inText('a span of HTML', 'A ▸<span style="color:red">red</span> word.', /HTML/),
  inText('a tag of a word processor', 'A word.▸<o:p></o:p>', /HTML/),
  inText('a tab within a list', '-\tone\n-\ttwo\n\n▸##Words', /## Title/),
  inText('a heading after a mark of order', 'One.\n\n▸\ufeff## Words', /cannot be seen|## Title/i),
  inText('a heading with an ideographic space', '▸##\u3000見出し', /ordinary space/),
  inText('a list of full-width numbers', '▸１．項目\n２．次', /`1\. `/),
  inText('a list of full-width dashes', '▸－ 項目\n－ 次', /`- `/),
  inText('a list after a mark of direction', '▸\u200f- אחת\n\u200f- שתיים', /cannot be seen|ordinary space/i),
  inText('bold beside a bracket of Japanese', 'これは▸**「強調」**です', /emphasis/),
];
