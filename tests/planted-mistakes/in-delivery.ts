import type { Mistake } from './mistake.ts';

const why = (name: string, delivery: string, rule = 'front-matter'): Mistake => ({
  name,
  file: 'good/why.mdx',
  was: 'minutes: 3',
  is: `minutes: 3\ndelivery:\n  ${delivery}`,
  rule,
});
/** Adds front matter to a file of the good course that starts with its first item. */
const before = (name: string, file: string, was: string, delivery: string): Mistake => ({
  name,
  file,
  was,
  is: `---\n${delivery}\n---\n\n${was}`,
  rule: 'delivery',
});
const inChallenge = (name: string, delivery: string) =>
  before(name, 'good/challenge.mdx', '<Choice id="good-challenge"', `delivery:\n  ${delivery}`);

/** Mistakes in the delivery settings of an activity. */
export const inDelivery: readonly Mistake[] = [
  why('an unknown rule of delivery', '▸tries: 3'),
  why('attempts in words', '▸attempts: three'),
  why('too many attempts', '▸attempts: 50'),
  why('feedback at an unknown time', '▸feedback: later'),
  why('hints as true', '▸hints: true'),
  why('a solution at an unknown time', '▸solution: never'),
  why('a shuffle as a number', '▸shuffle: 1'),
  why('half an item to draw', '▸draw: 2.5'),
  why('a clock as yes', '▸clock: yes'),
  why(
    'feedback at the end of what has none',
    'attempts: 1\n  solution: after-last\n  ▸feedback: at-end',
    'delivery',
  ),
  why('a solution at the end of what has none', '▸solution: at-end', 'delivery'),
  why('a clock where nothing starts', '▸clock: on', 'delivery'),
  why('a draw of more than there is', '▸draw: 40', 'delivery'),
  why('a solution while attempts are left', 'attempts: 2\n  ▸solution: after-answer', 'delivery'),
  before('a draw in a review', 'good/review.mdx', '<Card id="good-card"', 'delivery:\n  ▸draw: 1'),
  inChallenge('a challenge without limit', '▸attempts: unlimited'),
  inChallenge('a second attempt without feedback', 'feedback: at-end\n  ▸attempts: 2'),
  before('a test of its own kind', 'good/pool.mdx', '<Choice', '▸delivery:\n  hints: yes'),
];
