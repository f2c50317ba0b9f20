import type { CompiledLesson } from '#lib/lesson/compile-content.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { lessonPool } from '#lib/mastery/lesson-pool.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { type VerdictCard, verdictCard } from '#lib/mastery/verdict-card.ts';

export interface LessonCard extends VerdictCard {
  readonly lesson: string;
}

/** Somebody who knows nothing may be called strong in one test of a hundred, at the most. */
const mostGuessed = 0.01;

/** Lets a guesser, a half-knower and a knower take the test of a lesson that has one, before anybody has answered. */
export function lessonCard({ source, lesson }: CompiledLesson): { card: LessonCard; findings: Finding[] }[] {
  if (!lesson || lesson.pool.length === 0) return [];
  const name = `${source.track}/${source.slug}`;
  const card = verdictCard(lessonPool(lesson), standardRule, lesson.id);
  const { strong } = card.guesser;
  const message = `A blind guesser is called strong in ${(100 * strong).toFixed(1)} of 100 tests, where ${100 * mostGuessed} would be the most. Add options, or ask for typed answers or an order of steps.`;
  const finding: Finding = {
    file: `${source.folder}/pool.mdx`,
    line: 1,
    column: 1,
    severity: 'error',
    rule: 'test-guessed',
    message,
  };
  return [{ card: { lesson: name, ...card }, findings: strong > mostGuessed ? [finding] : [] }];
}
