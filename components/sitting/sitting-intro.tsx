import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { RareIcon, type RareIconName } from '#components/ui/rare-icon.tsx';
import { standardRule } from '#lib/mastery/test-rule.ts';

export interface SittingIntroProps {
  kind: 'challenge' | 'test';
  /** Problems of the challenge, or the most questions of the test. */
  count: number;
  /** Attempts at each problem. */
  attempts: number | null;
  /** The author set time limits. */
  clocked: boolean;
  badge: { readonly name: string } | null;
  /** The learner’s time factor with accommodations: 1 is the author’s time, 0 is no clock. */
  clock: number;
}

/** The rules of a challenge or test, shown before it starts. */
export function SittingIntro(props: SittingIntroProps) {
  const facts = props.kind === 'test' ? testFacts(props) : challengeFacts(props);
  return (
    <ul className="space-y-2.5">
      {facts.map(({ icon, text }) => (
        <li key={icon} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          <RareIcon name={icon} className="mt-[0.25em] text-accent" />
          <span className="max-w-measure">{text}</span>
        </li>
      ))}
    </ul>
  );
}

interface Fact {
  readonly icon: RareIconName;
  readonly text: ReactNode;
}

function challengeFacts({ count, attempts, clocked, badge, clock }: SittingIntroProps): Fact[] {
  const facts: Fact[] = [
    {
      icon: 'menu',
      text: `${count} problems, one after the other. You may leave and come back; a clock that runs goes on.`,
    },
    { icon: 'clock', text: clocked ? clockFact(clock) : 'No clock.' },
    {
      icon: 'check',
      text: `${attempts === 1 ? 'One attempt' : `${attempts} attempts`} at each. Hints cost points; the price is shown before you open one.`,
    },
  ];
  if (!badge) return facts;
  const text = (
    <>
      All {count} right in one go earns the badge <b>{badge.name}</b>.
    </>
  );
  return [...facts, { icon: 'badge', text }];
}

/** WCAG 2.2.1: learners find out how to get more time before a clock starts. */
function clockFact(clock: number): ReactNode {
  const profile = <Link href="/profile">profile</Link>;
  if (clock === 0) return <>No clock: it is turned off for you. You can change that in your {profile}.</>;
  const own = clock === 1 ? '' : ` You have ${Number(clock.toFixed(2))} times the usual time.`;
  return (
    <>
      Each problem has its own clock, which starts when you open it. You can hide it.{own} In your {profile}{' '}
      you can choose up to ten times as long, or no clock at all.
    </>
  );
}

function testFacts({ count }: SittingIntroProps): Fact[] {
  return [
    {
      icon: 'menu',
      text: `Up to ${count} questions, about ${count} minutes, no clock. It ends early once the result is certain.`,
    },
    {
      icon: 'lock',
      text: 'One answer per question, which stays, and no feedback until the end. Then you see every question with its solution.',
    },
    {
      icon: 'point',
      text: `The verdict is strong, not yet, or can’t tell yet. Strong means that you would know at least ${Math.round(standardRule.cut * 100)} % of such questions without guessing.`,
    },
    { icon: 'book', text: 'You may take it before you read anything. It neither earns nor costs points.' },
  ];
}
