import type { Lesson } from '#lib/lesson/lesson.ts';
import type { GateResult } from '#lib/mastery/gate.ts';
import { gateOf } from '#lib/mastery/gated-content.ts';
import { lessonPool } from '#lib/mastery/lesson-pool.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { type VerdictCard, verdictCard } from '#lib/mastery/verdict-card.ts';
import type { KeptResults } from './kept-results.ts';
import { deserialize, type GatedLesson, type GateTask } from './messages.ts';

/** Passes lessons through the gate and simulates their tests. `onLesson` is called with the folder of each before it begins; `readBody` reads bodies from the cache. */
export function gateLessons(
  { lessons, wanted }: GateTask,
  kept: KeptResults,
  {
    onLesson,
    readBody,
  }: {
    readonly onLesson: (folder: string) => void;
    readonly readBody?: (name: string) => string | undefined;
  },
): GatedLesson[] {
  const opened = lessons.map(
    ({ stored, ...text }) =>
      deserialize(stored === undefined ? text : { ...text, body: readBody?.(stored) ?? null }).lesson,
  );
  return wanted.map(({ source, at, others }) => {
    onLesson(source.folder);
    const lesson = opened[at];
    if (!lesson) throw new Error('A lesson that could not be compiled cannot pass the gate');
    const gate = gateOf(
      source,
      lesson,
      others.flatMap((other) => opened[other] ?? []),
      kept.get,
    );
    return { gate, card: lessonCard(lesson, gate, kept) };
  });
}

/**
 * Simulates the test of a lesson for the best guesser, a half-knower and a knower, before any real answer; null without a
 * pool. It depends on the pool only, so that an edit of the lesson's texts does not simulate it again.
 */
export function lessonCard(
  lesson: Pick<Lesson, 'id' | 'pool' | 'secrets'>,
  { sitting: guessers, simulated }: Pick<GateResult, 'sitting' | 'simulated'>,
  kept: KeptResults,
): VerdictCard | null {
  if (lesson.pool.length === 0) return null;
  const pool = lessonPool(lesson);
  const learners = guessers.map(({ bot, right }) => [bot, [...right]]);
  const madeFrom = [lesson.id, JSON.stringify([pool, standardRule, learners])];
  return kept.get('card', madeFrom, () =>
    verdictCard(pool, standardRule, lesson.id, { guessers, simulated }),
  );
}
