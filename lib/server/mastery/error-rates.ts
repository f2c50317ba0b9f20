import { cacheLife } from 'next/cache';
import { type VerdictCard, verdictCard } from '#lib/mastery/verdict-card.ts';
import { world } from '#lib/server/host/process-world.ts';
import { lessonBank } from './test-facts.ts';

export interface ErrorRates extends VerdictCard {
  /** Most difficulties of the pool are still those of the author's labels. */
  readonly provisional: boolean;
}

/** The error rates of a lesson's test for each ability, with the current difficulties; recomputed each hour. */
export async function errorRates(lessonId: string): Promise<ErrorRates | null> {
  'use cache';
  cacheLife('hours');
  const { database, library, testRule } = await world();
  const lesson = (await library()).lessonById(lessonId);
  if (!lesson || lesson.pool.length === 0) return null;
  const bank = await lessonBank(database.db, lesson, testRule);
  const card = verdictCard([...bank.items.values()], testRule, lesson.id);
  return { ...card, provisional: bank.ranked.length < bank.items.size / 2 };
}
