import type { Mistake } from './mistake.ts';

const why = (
  name: string,
  was: string,
  is: string,
  rule: string,
  more: Pick<Mistake, 'also' | 'at' | 'in'> = {},
): Mistake => ({
  name,
  file: 'good/why.mdx',
  was,
  is,
  rule,
  ...more,
});
const trace = (name: string, was: string, is: string, rule: string): Mistake => ({
  ...why(name, was, is, rule),
  file: 'good/visualize.mdx',
});

/** Mistakes in notes, comparisons, plots and traces. */
export const inComponents: readonly Mistake[] = [
  why(
    'a tag that is not closed',
    '<Reveal title="A seed makes numbers better">\n\nIt does not.\n\n</Reveal>',
    '▸<Reveal title="A seed">\n\nIt does not.',
    'tag-unclosed',
  ),
  why('a closing tag too many', 'Set a seed.', 'Set a seed.\n\n▸</Note>', 'tag-stray'),
  why('tags closed in the wrong order', '</After>\n\n</Compare>', '</Compare>\n\n▸</After>', 'tag-stray', {
    also: ['tag-unclosed'],
  }),
  why('a closing tag at the end of a line of text', 'A seed.\n\n</After>', 'A seed. ▸</After>', 'tag-stray', {
    also: ['tag-unclosed'],
  }),
  why(
    'an unknown attribute',
    '<Note kind="key-idea">',
    '<Note kind="key-idea" ▸colour="red">',
    'attribute-unknown',
  ),
  why('a style', '<Note kind="key-idea">', '<Note kind="key-idea" ▸style="color:red">', 'attribute-unknown'),
  why(
    'a handler',
    '<Note kind="key-idea">',
    '<Note kind="key-idea" ▸onClick="alert(1)">',
    'attribute-unknown',
  ),
  why(
    'an attribute named like a property of objects',
    '<Note kind="key-idea">',
    '<Note kind="key-idea" ▸__proto__="x">',
    'attribute-unknown',
  ),
  why(
    'an attribute given twice',
    '<Note kind="key-idea">',
    '<Note kind="key-idea" ▸kind="limit">',
    'attribute-twice',
  ),
  why('an unknown kind of note', '<Note kind="key-idea">', '<Note ▸kind="idea">', 'attribute-value'),
  why('a step without its level', '<Step level="easy"', '▸<Step', 'attribute-missing'),
  why('an unknown level', '<Step level="easy"', '<Step ▸level="expert"', 'attribute-value'),
  why('a title that is empty', 'title="First step"', '▸title=""', 'attribute-value'),
  why('a Before outside Compare', 'Set a seed.', '▸<Before>\n\nText.\n\n</Before>', 'tag-place'),
  why(
    'a Compare with one side',
    '<Compare>\n\n<Before title="Without">\n\nNo seed.\n\n</Before>\n',
    '▸<Compare>\n',
    'compare-sides',
  ),
  why('a hint outside an item', 'Set a seed.', '▸<Hint>Think.</Hint>', 'tag-place'),
  why('a plot with a word for a number', '| 2 | 20 |', '| 2 ▸| ten |', 'plot-number'),
  why('a plot with an empty cell', '| 2 | 20 |', '| 2 ▸|  |', 'plot-number'),
  why('a plot with a unit', '| 2 | 20 |', '| 2 ▸| 20 min |', 'plot-number'),
  why(
    'a plot with one row',
    '<Plot title="Cost" x="runs" y="minutes">\n\n| runs | minutes |\n|---|---|\n| 1 | 10 |\n',
    '▸<Plot title="Cost" x="runs" y="minutes">\n\n| runs | minutes |\n|---|---|\n',
    'plot-table',
  ),
  trace('a trace that names a line past the end', '| 2 | 1 | 1 |', '▸| 7 | 1 | 1 |', 'trace-line'),
  trace('a trace without the column line', '| line | x |', '▸| row | x |', 'trace-line'),
  trace(
    'a trace of one step',
    '| line | x | prints | what happens |\n|---|---|---|---|\n| 1 | 1 |  | It is set. |\n',
    '▸| line | x | prints | what happens |\n|---|---|---|---|\n',
    'trace-short',
  ),
  trace(
    'a trace without code',
    '<Trace id="good-trace" title="Two lines">\n\n```python\nx = 1\nprint(x)\n```\n',
    '▸<Trace id="good-trace" title="Two lines">\n',
    'trace-parts',
  ),
  trace('a trace without id', '<Trace id="good-trace" ', '▸<Trace ', 'attribute-missing'),
];
