import { othersOf, panelOf, trainingLessons } from '#lib/mastery/guessers/panel.ts';
import { type VerdictCard, verdictCard } from '#lib/mastery/verdict-card.ts';
import { world } from '#lib/server/host/process-world.ts';
import { lessonBank } from './test-facts.ts';

export interface ErrorRates extends VerdictCard {
  /** Most difficulties of the pool are still those of the author's labels. */
  readonly provisional: boolean;
}

interface Computed {
  readonly rates: Promise<ErrorRates | null>;
  readonly atMs: number;
}

const validMs = 60 * 60_000;
const computed = new Map<string, Computed>();

/** The error rates of a lesson's test for each ability, with the difficulties of at most an hour ago. */
export function errorRates(lessonId: string): Promise<ErrorRates | null> {
  const atMs = performance.now();
  const known = computed.get(lessonId);
  if (known && atMs - known.atMs < validMs) return known.rates;
  const rates = computeRates(lessonId);
  computed.set(lessonId, { rates, atMs });
  // After a failure, such as a database that is down, the next request tries again.
  rates.catch(() => computed.delete(lessonId));
  return rates;
}

async function computeRates(lessonId: string): Promise<ErrorRates | null> {
  const { database, library, testRule } = await world();
  const content = await library();
  const lesson = content.lessonById(lessonId);
  if (!lesson || lesson.pool.length === 0) return null;
  const bank = await lessonBank(database.db, lesson, testRule);
  const { sitting } = panelOf(lesson, trainingLessons(lesson, othersOf(lesson, content.lessons())));
  const card = verdictCard([...bank.items.values()], testRule, lesson.id, { guessers: sitting });
  return { ...card, provisional: bank.ranked.length < bank.items.size / 2 };
}
