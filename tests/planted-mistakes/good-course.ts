/** A course without a mistake: one lesson with every component and kind of item, and a second, short one. */
const lesson = `---
id: good-lesson
title: A good lesson
summary: It has no mistake.
objectives:
  - id: first-aim
    text: Say what a seed decides
  - id: second-aim
    text: Say what a seed does not decide
prerequisites: [short]
badge:
  id: good-badge
  name: Good Badge
  rule: challenge
  about: Its holder made no mistake.
authors: [The Surefoot authors]
sources:
  - title: Random, Python documentation
    url: https://docs.python.org/3/library/random.html
updated: 2026-11-22
minutes: 5
---

A seed decides where a generator starts. See [the short lesson](/tracks/course/short) and [below](#a-heading).

## A heading

Some prose with \`inline code\`, a list and $a + b$.

- one
- two
`;

const why = `---
minutes: 3
---

<Note kind="key-idea">

The same seed gives the same numbers.

</Note>

<Compare>

<Before title="Without">

No seed.

</Before>

<After title="With">

A seed.

</After>

</Compare>

<Reveal title="A seed makes numbers better">

It does not.

</Reveal>

<Step level="easy" title="First step">

Set a seed.

</Step>

<Plot title="Cost" x="runs" y="minutes">

| runs | minutes |
|---|---|
| 1 | 10 |
| 2 | 20 |

</Plot>

\`\`\`mermaid
graph LR
  A[seed] --> B[numbers]
\`\`\`

$$
a^2 + b^2
$$

\`\`\`python
print(1)
\`\`\`
`;

const visualize = `<Trace id="good-trace" title="Two lines">

\`\`\`python
x = 1
print(x)
\`\`\`

| line | x | prints | what happens |
|---|---|---|---|
| 1 | 1 |  | It is set. |
| 2 | 1 | 1 | **It is shown.** |

</Trace>
`;

const blanks = `<Blanks id="good-blanks" level="easy" objective="first-aim" runs="no">

Fill the gap.

\`\`\`python
random.[[seed]](42)
\`\`\`

<Bank>

- \`shuffle\`
  > That orders a list.
- \`state\`

</Bank>

<Hint>It starts the generator.</Hint>

<Solution>

It is \`seed\`.

</Solution>

</Blanks>
`;

const challenge = `<Choice id="good-challenge" level="hard" objective="first-aim" time="2:00">

What does a seed decide?

- [x] The start <Id is="start" />
  > Yes.
- [ ] The end <Id is="end" />

</Choice>

<Output id="good-output" level="medium" objective="first-aim" time="2:00">

What does it print?

\`\`\`python
print(1 + 1)
\`\`\`

- [ ] \`1\` <Id is="one" />
- [x] \`2\` <Id is="two" />

</Output>

<Order id="good-order" level="easy" objective="second-aim" time="1:30">

Put them in order.

1. Seed <Id is="seed" />
2. Draw <Id is="draw" />
3. Print <Id is="print" after="draw" />

</Order>

<Output id="good-typed" level="easy" objective="first-aim" time="1:30">

What does it print?

\`\`\`python
print("a")
\`\`\`

\`\`\`output
a
\`\`\`

</Output>
`;

const review = `<Card id="good-card" objective="first-aim">

What does a seed decide?

<Back>

The start.

</Back>

</Card>

<Recall id="good-recall" objective="first-aim">

What must be kept?

- The seed <Id is="the-seed" />
  > seed, seeds
- The code <Id is="the-code" />
  > code, program

</Recall>
`;

const scale = `<WhatIf id="good-what-if" objective="second-aim">

What happens with ten runs?

<Solution>

Ten times the cost.

</Solution>

</WhatIf>
`;

const project = `<CodeStep id="good-step" level="medium" objective="first-aim">

Set the seed.

\`\`\`python
import random
\`\`\`

<Check id="seeded" has="random.seed(">The seed is missing.</Check>

<Solution>

\`\`\`python
import random
random.seed(42)
\`\`\`

</Solution>

</CodeStep>
`;

const practice = `<Number id="good-number" tolerance="2%" unit="GB|gigabytes" objective="first-aim">

How many gigabytes?

- [x] 26
- [ ] 600
  > That copies everything.

</Number>

<Text id="good-text" ignore="case" form="one word" length="2-12" objective="first-aim">

What starts a generator?

- [x] seed
- [ ] state
  > That is what it becomes.

</Text>

<Match id="good-match" objective="second-aim">

What pins what?

| pinned | by | note |
|---|---|---|
| packages <Id is="packages" /> | a lock file <Id is="lock-file" /> | It has hashes. |
| draws <Id is="draws" /> | a seed <Id is="a-seed" /> | |
| images <Id is="images" /> | a digest <Id is="digest" /> | |
| | a tag <Id is="tag" /> | It moves. |

</Match>

<Blanks id="good-typed-blanks" ignore="spaces" objective="first-aim" runs="no">

Type the call.

\`\`\`python
[[random.seed(42)]]
\`\`\`

</Blanks>

<Choice id="good-many" scoring="exact" objective="first-aim">

Which are pinned?

- [x] The draws <Id is="draws" />
- [x] The starts <Id is="starts" />
- [ ] The ends <Id is="ends" />
- [ ] None of the above <Id is="none" last />

</Choice>
`;

/** The place of the right option and its rank among the numbers change from item to item, so that no bot finds it. */
function poolItem(at: number): string {
  const rank = (at + Math.floor(at / 4)) % 4;
  const others = [0, 1, 2, 3].filter((other) => other !== rank);
  const options = [
    `- [x] The number ${at} <Id is="this" />\n`,
    ...others.map((other) => `- [ ] The number ${at + other - rank} <Id is="rank-${other}" />\n`),
  ];
  const shown = [...options.slice(at % 4), ...options.slice(0, at % 4)];
  return `<Choice id="good-pool-${at}" level="easy" objective="first-aim">\n\nWhich number is ${at}?\n\n${shown.join('')}\n</Choice>\n`;
}

const pool = Array.from({ length: 10 }, (_, at) => poolItem(at)).join('\n');

const short = `---
id: short-lesson
title: A short lesson
summary: It is short.
objectives:
  - id: short-aim
    text: Say nothing
badge:
  id: short-badge
  name: Short Badge
  rule: lesson
  about: Its holder read it.
authors: [The Surefoot authors]
sources:
  - title: Random, Python documentation
    url: https://docs.python.org/3/library/random.html
updated: 2026-11-22
---

Little to say.

<Choice id="short-choice">

What is short?

- [x] This <Id is="this" />
- [ ] That <Id is="that" />

</Choice>
`;

const track = `---
id: course
title: A course
summary: It has two lessons.
lessons: [short, good]
updated: 2026-11-22
---

Begin with the short one.
`;

/** File paths below the track's folder, with their text. */
export const goodCourse: Readonly<Record<string, string>> = {
  'track.mdx': track,
  'short/lesson.mdx': short,
  'good/lesson.mdx': lesson,
  'good/why.mdx': why,
  'good/visualize.mdx': visualize,
  'good/try.mdx': blanks,
  'good/challenge.mdx': challenge,
  'good/review.mdx': review,
  'good/scale.mdx': scale,
  'good/project.mdx': project,
  'good/practice.mdx': practice,
  'good/pool.mdx': pool,
};
