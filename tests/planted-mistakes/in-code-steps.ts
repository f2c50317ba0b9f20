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

function check(name: string, is: string, rule: string): Mistake {
  return {
    name,
    file: 'good/project.mdx',
    was: good,
    is: `${good}The seed is missing.</Check>\n\n${is}`,
    rule,
  };
}
