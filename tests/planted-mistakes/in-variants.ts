import { type Mistake, within } from './mistake.ts';

const inPractice = within('practice');
const number = '<Number id="good-number" tolerance="2%" unit="GB|gigabytes" objective="first-aim">\n';
const block = (inner: string, mark = '▸<Variants>') => `${mark}\n\n${inner}\n\n</Variants>\n`;
const program = '```python\nprint(1)\n```';

/** Mistakes in `<Variants>` that are seen without running it. */
export const inVariants: readonly Mistake[] = [
  inPractice('variants that were never computed', number, `${number}\n${block(program)}`, 'variants-missing'),
  inPractice(
    'variants without a program',
    number,
    `${number}\n${block('▸Any number.', '<Variants>')}`,
    'variants-program',
  ),
  inPractice(
    'variants in a language that is not run',
    number,
    `${number}\n${block('▸```r\nprint(1)\n```', '<Variants>')}`,
    'variants-language',
  ),
  inPractice(
    'two programs of variants',
    number,
    `${number}\n${block(program, '<Variants>')}\n${block(program)}`,
    'variants-twice',
    { also: ['variants-missing'] },
  ),
  within('try')(
    'variants of gaps',
    '<Blanks id="good-blanks" level="easy" objective="first-aim" runs="no">\n',
    `<Blanks id="good-blanks" level="easy" objective="first-aim" runs="no">\n\n${block(program)}`,
    'variants-kind',
  ),
  {
    name: 'one output for all variants',
    file: 'good/practice.mdx',
    was: '',
    is: `<Output id="vary-output" ▸run>\n\n${block(program, '<Variants>')}\nWhat?\n\n${program}\n\n</Output>`,
    rule: 'variants-output',
  },
  inPractice('a value where nothing varies', '', 'There are ▸{{n}} of them.', 'expression'),
];
