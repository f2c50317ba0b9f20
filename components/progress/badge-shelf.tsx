import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { dayInWords } from '#lib/calendar/time-in-words.ts';
import type { BadgeGoal } from '#lib/progress/badge-goal.ts';
import { type BadgeClock, clockWords } from './badge-view.tsx';
import { Emblem } from './emblem.tsx';

interface Shelved {
  id: string;
  lessonId: string;
  name: string;
  about: string;
  rule: string;
  lesson: { title: string; href: string } | null;
}

export interface EarnedBadgesProps {
  badges: readonly (Shelved & { earnedAt: Date; timed: BadgeClock })[];
  timeZone: string;
}

/** Earned badges, with the day in the learner’s time zone and whether they were timed. */
export function EarnedBadges({ badges, timeZone }: EarnedBadgesProps) {
  return (
    <ul className="grid list-none gap-4 p-0 lg:grid-cols-2">
      {badges.map(({ earnedAt, timed, ...badge }) => (
        <BadgeRow key={badge.id} {...badge} goal={null}>
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
    <ul className="grid list-none gap-4 p-0 lg:grid-cols-2">
      {badges.map(({ goal, ...badge }) => (
        <BadgeRow key={badge.id} {...badge} goal={goal}>
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
  id: string;
  lessonId: string;
  name: string;
  about: string;
  /** How to earn it; empty when the badge is no longer defined. */
  rule: string;
  lesson: { title: string; href: string } | null;
  /** Null once it is earned. */
  goal: BadgeGoal | null;
  /** When it was earned, or the progress towards it. */
  children: ReactNode;
}

/** One badge: its seal, description, rule and the learner’s status. */
function BadgeRow({ id, lessonId, name, about, rule, lesson, goal, children }: BadgeRowProps) {
  return (
    <Card as="li" className="flex flex-wrap gap-4 sm:gap-5">
      <div className="shrink-0">
        <Emblem lessonId={lessonId} goal={goal && goal.progress} size={80} />
      </div>
      <div className="min-w-0 grow basis-40">
        <h3 className="text-lg">
          <Link
            href={`/badges/${encodeURIComponent(id)}`}
            className="inline-block max-w-full wrap-anywhere no-underline hover:text-accent"
          >
            {name}
          </Link>
        </h3>
        {lesson ? (
          <p className="text-sm text-ink-soft">
            <Link href={lesson.href} className="inline-block max-w-full py-1 wrap-anywhere">
              {lesson.title}
            </Link>
          </p>
        ) : null}
        <p className="mt-2">{about}</p>
        {rule ? <p className="mt-1 text-sm text-ink-soft">{rule}</p> : null}
        <div className="mt-3">{children}</div>
      </div>
    </Card>
  );
}
