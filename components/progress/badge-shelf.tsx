import type { ReactNode } from 'react';
import { BadgeMark } from '#components/ui/badge-mark.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { dayInWords } from '#lib/calendar/time-in-words.ts';
import type { BadgeGoal } from '#lib/progress/badge-goal.ts';

interface Shelved {
  id: string;
  name: string;
  about: string;
  rule: string;
  lesson: { title: string; href: string } | null;
}

export interface EarnedBadgesProps {
  badges: readonly (Shelved & { earnedAt: Date; timed: 'timed' | 'untimed' | 'no-clock' })[];
  timeZone: string;
}

const clockWords = {
  timed: ', against the clock',
  untimed: ', without the clock',
  'no-clock': '',
} as const;

/** Earned badges, with the day in the learner’s time zone and whether they were timed. */
export function EarnedBadges({ badges, timeZone }: EarnedBadgesProps) {
  return (
    <ul className="grid list-none gap-4 p-0 md:grid-cols-2">
      {badges.map(({ earnedAt, timed, ...badge }) => (
        <BadgeRow key={badge.id} {...badge} earned>
          <p className="text-sm">
            Earned on <time dateTime={earnedAt.toISOString()}>{dayInWords(earnedAt, timeZone)}</time>
            {clockWords[timed]}
          </p>
        </BadgeRow>
      ))}
    </ul>
  );
}

export interface OpenBadgesProps {
  badges: readonly (Shelved & { goal: BadgeGoal })[];
}

/** Badges not yet earned, with the progress and a link to earn them. */
export function OpenBadges({ badges }: OpenBadgesProps) {
  return (
    <ul className="grid list-none gap-4 p-0 md:grid-cols-2">
      {badges.map(({ goal, ...badge }) => (
        <BadgeRow key={badge.id} {...badge} earned={false}>
          <ProgressBar done={goal.progress.done} total={goal.progress.total} label={badge.name} bare />
          <p className="mt-1.5 text-sm text-ink-soft tabular-nums">{goal.description}</p>
          <ButtonLink href={goal.href} kind="quiet" size="small" className="mt-3">
            {goal.linkText}
          </ButtonLink>
        </BadgeRow>
      ))}
    </ul>
  );
}

interface BadgeRowProps {
  name: string;
  about: string;
  /** How to earn it; empty when the badge is no longer defined. */
  rule: string;
  lesson: { title: string; href: string } | null;
  earned: boolean;
  /** When it was earned, or the progress towards it. */
  children: ReactNode;
}

/** One badge: its seal, description, rule and the learner’s status. */
function BadgeRow({ name, about, rule, lesson, earned, children }: BadgeRowProps) {
  return (
    <Card as="li" className="flex gap-4 sm:gap-5">
      <div className="shrink-0">
        <BadgeMark name={name} earned={earned} size={72} />
      </div>
      <div className="min-w-0 grow">
        <h3 className="text-lg">{name}</h3>
        {lesson ? (
          <p className="text-sm text-ink-soft">
            <Link href={lesson.href}>{lesson.title}</Link>
          </p>
        ) : null}
        <p className="mt-2">{about}</p>
        {rule ? <p className="mt-1 text-sm text-ink-soft">{rule}</p> : null}
        <div className="mt-3">{children}</div>
      </div>
    </Card>
  );
}
