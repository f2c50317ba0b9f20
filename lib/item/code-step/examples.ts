import type { BlindResult } from '#lib/item/item-type.ts';

/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  codeStep: `<CodeStep id="step" objective="aim">

Set the seed, then shuffle.

\`\`\`python
import random
\`\`\`

<Check id="seeded" has="random.seed(">canarySeeded</Check>

<Check id="ordered" has="random.seed(" before="shuffle(">canaryOrdered</Check>

<Check id="no-time" lacks="time.time()">canaryTime</Check>

<Solution>

\`\`\`python
import random
random.seed(42)
random.shuffle(rows)
\`\`\`

</Solution>

</CodeStep>
`,
  codeRun: `<CodeStep id="run" objective="aim" input="1 2">

Write the mean of the numbers in a line.

\`\`\`python
def mean(numbers):
    return 0
\`\`\`

<Check id="mean" calls="mean([1, 2, 6])" gives="3.0">canaryMean</Check>

<Check id="own" lacks="statistics" calls="mean([4])" gives="4.0">canaryOwn</Check>

<Check id="reads" input="1 2 6" prints="3.0\\nthe mean">canaryReads</Check>

<Solution>

\`\`\`python
def mean(numbers):
    return sum(numbers) / len(numbers)
\`\`\`

</Solution>

</CodeStep>
`,
  codeSetup: `<CodeStep id="given" objective="aim">

Print the largest number.

<Setup>

\`\`\`python
numbers = [3, 9, 2]
\`\`\`

</Setup>

\`\`\`python
print(numbers)
\`\`\`

<Check id="largest" lacks="numbers=" prints="9">canaryLargest</Check>

<Solution>

\`\`\`python
print(max(numbers))
\`\`\`

</Solution>

</CodeStep>
`,
} as const;

/** Worked out by hand. */
export const blindResults = {
  codeStep: { right: 0, mean: 1 / 3, why: 'typed; one of three checks only forbids' },
  codeRun: { right: 0, mean: 0, why: 'what was not run holds no check' },
  codeSetup: { right: 0, mean: 0, why: 'what was not run holds no check' },
} as const satisfies Record<keyof typeof examples, BlindResult>;
