import { describe, expect, test } from 'vitest';
import { type Delivery, deliveryByMode, type Mode } from '#lib/lesson/delivery.ts';
import { openRecord } from '#lib/sitting/activity-context.ts';
import { servedItem } from '#lib/sitting/item-record.ts';
import type { PaymentFacts } from '#lib/sitting/points.ts';
import { sampled } from '#tests/sampled.ts';
import { type Attempt, afterAnswer } from './attempt.ts';
import { attemptAt, changesOf, contextOf, no, noHistory, now, yes } from './testing/attempt.ts';

const modes: readonly Mode[] = ['practice', 'try', 'challenge', 'test', 'review'];
/** Every combination that delivery rules can make of what points depend on. */
const deliveries = modes.flatMap((mode) =>
  ([null, 1, 3] as const).flatMap((attempts) =>
    (['at-once', 'at-end'] as const).flatMap((feedback) =>
      [true, false].map((hints) => ({ ...deliveryByMode[mode], attempts, feedback, hints })),
    ),
  ),
);
const counts = [0, 1, 2, 3, 4];
const histories: PaymentFacts[] = counts.flatMap((tries) =>
  counts.flatMap((hintsOpened) => [0, 3].map((points) => ({ tries, hintsOpened, points }))),
);

/** All of them under each history; the short form of the tests draws some. */
const cases = (few: number, level: Level) =>
  sampled(
    deliveries.flatMap((delivery) => histories.map((facts) => ({ delivery, facts }))),
    few,
    level,
  );

const levels = ['easy', 'medium', 'hard'] as const;
type Level = (typeof levels)[number];

const started = attemptAt('try-1', { context: contextOf('try', { sitting: {}, opened: { 'try-1': {} } }) });
const opened = started.context.records.get('try-1') ?? expect.fail('The fixture has changed');

/** An attempt of a learner who has done this with the item, of which `used` tries and `hints` in this sitting. */
function attemptOf(
  delivery: Delivery,
  level: Level,
  facts: PaymentFacts,
  { used = 0, hints = 0 } = {},
): Attempt {
  const { context, found } = started;
  const serving = { ...opened.serving, used, hintsOpened: hints };
  const { tries, points, hintsOpened } = facts;
  const standing = { bestScore: 0, solved: points > 0, lastAt: now, lessonId: found.lesson.id };
  return {
    ...started,
    context: {
      ...context,
      delivery: { ...delivery, starts: 'by-itself' },
      records: new Map([['try-1', { ...opened, serving }]]),
      payments: new Map([['try-1', facts]]),
    },
    found: { ...found, item: { ...found.item, level } },
    history: {
      ...noHistory,
      item: { ...standing, itemId: 'try-1', activity: 'try', tries, points },
      hintsOpened,
    },
  };
}

const shownIn = ({ context, found }: Pick<Attempt, 'context' | 'found'>) =>
  servedItem(context, found.item, { record: openRecord(context, found.item.id), now, closed: false }).state;

/** What the ledger pays for a right answer. */
const paidIn = (attempt: Attempt) => changesOf(attempt, yes).response.points;

describe.each(levels)('%s items', (level) => {
  test('what is shown before an answer is what a right one pays, under every rule and history', () => {
    for (const { delivery, facts } of cases(150, level)) {
      const attempt = attemptOf(delivery, level, facts);
      expect(shownIn(attempt).pays[0] ?? 0).toBe(paidIn(attempt));
    }
  });

  test('the price of a hint is what the payment falls by', () => {
    for (const { delivery, facts } of cases(75, level)) {
      for (const hints of new Set([0, facts.hintsOpened])) {
        const attempt = attemptOf(delivery, level, facts, { hints });
        const hintsOpened = Math.max(facts.hintsOpened, hints + 1);
        const after = attemptOf(delivery, level, { ...facts, hintsOpened }, { hints: hints + 1 });
        expect(shownIn(attempt).hintPrice).toBe(paidIn(attempt) - paidIn(after));
      }
    }
  });

  test('the tries that follow pay what was announced', () => {
    const tried = cases(200, level).filter(
      ({ delivery, facts }) => delivery.feedback === 'at-once' && facts.points === 0,
    );
    for (const { delivery, facts } of tried) {
      let attempt = attemptOf(delivery, level, facts);
      const announced = shownIn(attempt).pays;
      for (let more = 0; more < (delivery.attempts ?? 5); more++) {
        const payment = delivery.pays ? (announced[more] ?? announced.at(-1)) : 0;
        expect(paidIn(attempt)).toBe(payment);
        const changes = changesOf(attempt, no);
        // The reply to the wrong answer is made of this context.
        const replied = { ...attempt, ...afterAnswer(attempt, changes) };
        const isLast = more + 1 === delivery.attempts;
        const tries = facts.tries + more + 1;
        attempt = attemptOf(delivery, level, { ...facts, tries }, { used: more + 1 });
        expect(shownIn(replied).pays).toEqual(isLast ? [] : shownIn(attempt).pays);
      }
    }
  });
});

test('before feedback is due, nothing depends on whether the answer was right', () => {
  const delivery = { ...deliveryByMode.challenge, attempts: 1, feedback: 'at-end' as const };
  const states = [yes, no].map((answer) => {
    const attempt = attemptOf(delivery, 'hard', { tries: 0, hintsOpened: 1, points: 0 });
    const { pays, hintPrice, points } = shownIn({
      ...attempt,
      ...afterAnswer(attempt, changesOf(attempt, answer)),
    });
    return { pays, hintPrice, points };
  });
  expect(states[0]).toEqual(states[1]);
});
