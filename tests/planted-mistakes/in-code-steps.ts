import type { Mistake } from './mistake.ts';

const good = '<Check id="seeded" has="random.seed(">';

/** Mistakes in checks that run the program. */
export const inCodeSteps: readonly Mistake[] = [
  check('a call without the value it should give', '▸<Check id="other" calls="mean([1])">', 'check-gives'),
  check('a value that nothing is asked for', '▸<Check id="other" lacks="numpy" gives="1">', 'check-gives'),
  check('input for a check that runs nothing', '▸<Check id="other" lacks="numpy" input="1">', 'check-input'),
  {
    name: 'a check that runs a file of settings',
    file: 'good/project.mdx',
    was: '```python\nimport random\n```\n\n<Check id="seeded" has="random.seed(">',
    is: '```toml\nimport random\n```\n\n▸<Check id="seeded" has="random.seed(" prints="1">',
    rule: 'check-language',
  },
  {
    name: 'a button that is asked for where it is there anyway',
    file: 'good/project.mdx',
    was: '<CodeStep id="good-step" ',
    is: '<CodeStep ▸runs="yes" id="good-step" ',
    rule: 'attribute-value',
  },
  {
    name: 'a program that is run under a clock',
    file: 'good/challenge.mdx',
    was: '<Choice id="good-challenge" ',
    is: `▸<CodeStep id="hurried" level="hard" objective="first-aim" time="2:00">

Print a two.

\`\`\`python
print(1)
\`\`\`

<Check id="two" prints="2">It prints something else.</Check>

<Solution>

\`\`\`python
print(2)
\`\`\`

</Solution>

</CodeStep>

<Choice id="good-challenge" `,
    rule: 'runs-place',
  },
];

/** Mistakes in what steps take from one another. */
const step = (attributes: string, starter: string) =>
  `<CodeStep id="good-next" level="medium" objective="first-aim"${attributes}>

Draw a number.

${starter}<Check id="drawn" has="random.random()">No number is drawn.</Check>

<Solution>

\`\`\`python
…
print(random.random())
\`\`\`

</Solution>

</CodeStep>
`;
const fence = (code: string, language = 'python') => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;

export const betweenSteps: readonly Mistake[] = [
  next('a step that goes on from no step', step(' ▸from="good-stop"', ''), 'from-unknown'),
  next('a step that goes on from itself', step(' ▸from="good-next"', ''), 'from-circle'),
  next(
    'a step that goes on in another language',
    step(' from="previous"', `▸${fence('…\nx', 'javascript')}`),
    'from-language',
  ),
  next(
    'a step that goes on and takes nothing along',
    step(' from="previous"', `▸${fence('x = 1')}`),
    'from-unused',
  ),
  next(
    'lines left out beside a line that is not there',
    step(
      ' from="previous"',
      fence('import numpy\n▸…\nrandom.seed(42)').replace('import numpy', 'import random\nimport numpy'),
    ),
    'left-out-line',
  ),
  next(
    'lines left out where there are none',
    step(' from="previous"', fence('import random\n▸…\nrandom.seed(42)')),
    'left-out-nothing',
  ),
  next(
    'a setup below the steps that need it',
    `▸<Setup>\n\n${fence('rows = [1, 2]')}</Setup>\n`,
    'setup-unused',
  ),
  {
    name: 'a setup without code',
    file: 'good/project.mdx',
    was: '<CodeStep id="good-step"',
    is: '▸<Setup>\n\nThe data.\n\n</Setup>\n\n<CodeStep id="good-step"',
    rule: 'setup-empty',
  },
  {
    name: 'a setup in another language than the program',
    file: 'good/project.mdx',
    was: 'Set the seed.\n',
    is: `Set the seed.\n\n<Setup>\n\n▸${fence('const a = 1;', 'javascript')}</Setup>\n`,
    rule: 'setup-language',
  },
];

function next(name: string, is: string, rule: string): Mistake {
  return { name, file: 'good/project.mdx', was: '</CodeStep>\n', is: `</CodeStep>\n\n${is}`, rule };
}

function check(name: string, is: string, rule: string): Mistake {
  return {
    name,
    file: 'good/project.mdx',
    was: good,
    is: `${good}The seed is missing.</Check>\n\n${is}`,
    rule,
  };
}
