import { listBadges } from '#db/badges.ts';
import { countSolvedChallenges } from '#db/sittings.ts';
import { listVerdictsOf } from '#db/verdicts.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { type BadgeGoal, badgeGoal, badgeRules } from '#lib/progress/badge-goal.ts';
import { share } from '#lib/progress/lesson-progress.ts';
import type { World } from '#lib/server/world.ts';
import { shownStandings, unrevealedAnswers } from './unrevealed-answers.ts';

export interface BadgeShelf {
  /** Newest first. */
  readonly earned: readonly EarnedBadgeEntry[];
  /** Badges of lessons that the user has started, nearest first. */
  readonly inProgress: readonly UnearnedBadgeEntry[];
  /** Badges of lessons that the user has not started. */
  readonly notStarted: readonly UnearnedBadgeEntry[];
}

interface BadgeEntry {
  readonly id: string;
  readonly lessonId: string;
  readonly name: string;
  readonly about: string;
  readonly rule: string;
  readonly lesson: { readonly title: string; readonly href: string } | null;
}

export interface EarnedBadgeEntry extends BadgeEntry {
  readonly earnedAt: Date;
  readonly timed: 'timed' | 'untimed' | 'no-clock';
}

export interface UnearnedBadgeEntry extends BadgeEntry {
  readonly goal: BadgeGoal;
}

/** All badges: those a user has earned, has in progress and has not started. */
export async function badgeShelf(
  { database: { db }, library }: World,
  user: Pick<SessionUser, 'id'>,
): Promise<BadgeShelf> {
  const all = await library();
  const lessons = all.lessons();
  const badges = await listBadges(db, user.id);
  const standings = await shownStandings(db, all, user.id);
  const unrevealed = await unrevealedAnswers(db, all, [user.id], ['challenge']);
  const outcomes = new Map(
    (await listVerdictsOf(db, [user.id])).map(({ lessonId, outcome }) => [lessonId, outcome]),
  );
  const best = new Map<string, number>();
  for (const { lessonId, sittingId, solved } of await countSolvedChallenges(db, user.id)) {
    if (unrevealed.some((answer) => answer.sittingId === sittingId)) continue;
    best.set(lessonId, Math.max(solved, best.get(lessonId) ?? 0));
  }
  const started = new Set(standings.map(({ lessonId }) => lessonId));
  const withBadge = lessons.flatMap((lesson) => (lesson.badge ? [{ lesson, badge: lesson.badge }] : []));
  const open = withBadge
    .filter(({ badge }) => !badges.some(({ badgeId }) => badgeId === badge.id))
    .map(({ lesson, badge }) => {
      const evidence = {
        standings,
        bestChallenge: best.get(lesson.id) ?? 0,
        outcome: outcomes.get(lesson.id) ?? null,
      };
      const entry = {
        id: badge.id,
        lessonId: lesson.id,
        name: badge.name,
        about: badge.about,
        rule: badgeRules[badge.rule],
      };
      const named = { title: lesson.title, href: lessonPath(lesson) };
      return {
        ...entry,
        lesson: named,
        goal: badgeGoal(lesson, badge.rule, evidence),
        isStarted: started.has(lesson.id),
      };
    });
  return {
    earned: badges
      .toSorted((a, b) => b.earnedAt.getTime() - a.earnedAt.getTime())
      .map(({ badgeId, lessonId, earnedAt, timed }) => {
        const found = withBadge.find(({ badge }) => badge.id === badgeId);
        const { badge, lesson } = found ?? {};
        return {
          id: badgeId,
          lessonId,
          name: badge?.name ?? 'A badge of an earlier lesson',
          about: badge?.about ?? 'Its lesson no longer exists. You keep the badge.',
          rule: badge ? badgeRules[badge.rule] : '',
          lesson: lesson ? { title: lesson.title, href: lessonPath(lesson) } : null,
          earnedAt,
          timed,
        };
      }),
    inProgress: open
      .filter(({ isStarted }) => isStarted)
      .toSorted((a, b) => share(b.goal.progress) - share(a.goal.progress)),
    notStarted: open.filter(({ isStarted }) => !isStarted),
  };
}
