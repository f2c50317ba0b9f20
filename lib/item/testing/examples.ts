/** One item of each kind as MDX. What must stay secret is a word that begins with `canary`. */
export const examples = {
  choice: `<Choice id="one" objective="aim">

What does a seed decide?

- [x] The start <Id is="start" />
  > canaryRight
- [ ] The end <Id is="end" />
  > canaryWrong
- [ ] The speed <Id is="speed" />
- [ ] None of these <Id is="none" last />

<Hint>canaryHint</Hint>

<Solution>

canarySolution

</Solution>

</Choice>
`,
  many: `<Choice id="many" objective="aim">

Which are prime?

- [x] 2 <Id is="two" />
- [x] 3 <Id is="three" />
- [ ] 4 <Id is="four" />
  > canaryWrong
- [ ] 9 <Id is="nine" />

</Choice>
`,
  output: `<Output id="shown" objective="aim">

What is printed?

\`\`\`python
print(1 + 1)
\`\`\`

- [x] \`2\` <Id is="two" />
  > canaryRight
- [ ] \`11\` <Id is="eleven" />

</Output>
`,
  typed: `<Output id="typed" objective="aim">

What is printed?

\`\`\`python
print("a b")
print("c")
\`\`\`

\`\`\`output
a b
canary
\`\`\`

</Output>
`,
  order: `<Order id="steps" objective="aim">

Put them in order.

1. First <Id is="first" />
2. Second <Id is="second" />
3. Third <Id is="third" />
4. Fourth <Id is="fourth" />

<Solution>

canarySolution

</Solution>

</Order>
`,
  partial: `<Order id="some-steps" objective="aim">

Put them in order.

1. Seed <Id is="seed" />
2. Draw <Id is="draw" after="seed" />
3. Log <Id is="log" />
4. Print <Id is="print" after="draw" />

</Order>
`,
  blanks: `<Blanks id="gaps" objective="aim">

Fill both gaps.

\`\`\`python
random.[[seed]](42)
value = random.[[randint|randrange]](1, 10)
\`\`\`

<Bank>

- \`shuffle\`
  > canaryShuffle
- \`state\`

</Bank>

<Hint>canaryHint</Hint>

</Blanks>
`,
  exact: `<Choice id="exact" objective="aim" scoring="exact">

Which are even?

- [x] 2 <Id is="two" />
- [x] 4 <Id is="four" />
- [ ] 9 <Id is="nine" />
  > canaryWrong

</Choice>
`,
  once: `<Blanks id="once" objective="aim">

Fill both gaps.

\`\`\`python
print([[low]], [[high]])
\`\`\`

<Bank once>

- \`mid\`
  > canaryMid

</Bank>

</Blanks>
`,
  typedBlanks: `<Blanks id="typed-gaps" objective="aim" ignore="spaces">

Type what is missing.

\`\`\`python
random.[[canarySeed( 42 )]]
\`\`\`

</Blanks>
`,
  match: `<Match id="pairs" objective="aim">

What pins what?

| pinned | by | note |
|---|---|---|
| packages <Id is="packages" /> | a lock file <Id is="lock-file" /> | canaryPackages |
| draws <Id is="draws" /> | a seed <Id is="seed" /> | |
| the image <Id is="image" /> | a \`sha256\` digest <Id is="digest" /> | |
| the base <Id is="base" /> | a \`sha256\` digest <Id is="digest" /> | |
| | a tag <Id is="tag" /> | canaryTag |

<Solution>

canarySolution

</Solution>

</Match>
`,
  oneToOne: `<Match id="partners" objective="aim" scoring="exact">

Which ends which?

| begins | ends |
|---|---|
| ( <Id is="round" /> | ) <Id is="round-end" /> |
| [ <Id is="square" /> | ] <Id is="square-end" /> |
| \`<\` <Id is="angle" /> | \`>\` <Id is="angle-end" /> |

</Match>
`,
  number: `<Number id="size" objective="aim" tolerance="5%" unit="GB|gigabytes">

How large?

- [x] 0.734 GB
  > canaryRight
- [ ] 734
  > canaryWrong

<Hint>canaryHint</Hint>

</Number>
`,
  withUnit: `<Number id="speed" objective="aim" tolerance="0.2" unit="canary/s|canary per second" with-unit>

How fast?

- [x] -73.4
- [x] 73.4

</Number>
`,
  text: `<Text id="word" objective="aim" ignore="case spaces punctuation accents">

What is written?

- [x] canary café
  > canaryRight
- [ ] canary tea
  > canaryWrong

</Text>
`,
  formed: `<Text id="identifier" objective="aim" form="identifier" length="4-12">

What is it called?

- [x] \`canary_1\`

</Text>
`,
  card: `<Card id="flash" objective="aim">

What does a seed decide?

<Back>

canaryBack

</Back>

</Card>
`,
  recall: `<Recall id="free" objective="aim">

What must be kept?

- canarySeed <Id is="the-seed" />
  > seed, seeds
- canaryPin <Id is="the-pin" />
  > pin, lock file

</Recall>
`,
  whatIf: `<WhatIf id="if" objective="aim">

What happens with ten runs?

<Solution>

canarySolution

</Solution>

</WhatIf>
`,
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
} as const;
