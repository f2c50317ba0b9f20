import { ButtonLink } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { dayInWords } from '#lib/calendar/time-in-words.ts';
import type { BadgeGoal } from '#lib/progress/badge-goal.ts';
import { BadgeRow } from './badge-row.tsx';

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

/** Badges a person has, with the day in their own zone and whether a clock ran. */
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

/** Badges still to be earned: how near they are and where. */
export function OpenBadges({ badges }: OpenBadgesProps) {
  return (
    <ul className="grid list-none gap-4 p-0 md:grid-cols-2">
      {badges.map(({ goal, ...badge }) => (
        <BadgeRow key={badge.id} {...badge} earned={false}>
          <ProgressBar done={goal.progress.done} of={goal.progress.total} label={badge.name} bare />
          <p className="mt-1.5 text-sm text-ink-soft tabular-nums">{goal.description}</p>
          <ButtonLink href={goal.href} kind="quiet" size="small" className="mt-3">
            {goal.linkText}
          </ButtonLink>
        </BadgeRow>
      ))}
    </ul>
  );
}
