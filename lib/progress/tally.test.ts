import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { noStreak } from './streak.ts';
import { type LearnerTally, type LedgerEntry, tallyAfter } from './tally.ts';

const verdicts = ['right', 'wrong', 'open'] as const;

test('retries never lower a score or points, and never make a solved item unsolved', () => {
  for (let seed = 0; seed < 300; seed++) {
    const dice = chance(`${seed}`);
    let before: LearnerTally = { item: undefined, activity: undefined, xp: 0, streak: noStreak };
    for (let retry = 0; retry < 20; retry++) {
      const entry: LedgerEntry = {
        itemId: 'item',
        verdict: verdicts[dice.below(3)] ?? 'open',
        score: dice.below(5) / 4,
        points: dice.below(3),
        receivedAt: new Date(retry * 60_000),
        localDay: '2026-11-22',
        timeZone: 'UTC',
      };
      const after = tallyAfter(before, entry, { lessonId: 'lesson', activity: 'try' });
      expect(after.item.bestScore).toBeGreaterThanOrEqual(Math.max(before.item?.bestScore ?? 0, entry.score));
      expect(after.xp).toBe(before.xp + entry.points);
      expect(after.item.solved).toBe((before.item?.solved ?? false) || entry.verdict === 'right');
      expect(after.activity.solved).toBeGreaterThanOrEqual(before.activity?.solved ?? 0);
      before = after;
    }
    expect(before.activity?.solved).toBeLessThanOrEqual(1);
  }
});
