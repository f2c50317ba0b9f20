import type { Finding, Lesson } from '#lib/lesson/lesson.ts';
import { type GuesserResult, isRefusedGuesser } from './guessers/guessers.ts';
import { leastToSit, type Panel, panelOf, testScope } from './guessers/panel.ts';
import { lessonPool } from './lesson-pool.ts';
import { poolWeakness } from './pool-weakness.ts';
import { standardRule } from './test-rule.ts';
import { type GuesserRow, worstGuesser } from './verdict-card.ts';

/** What the gate found about the questions of a lesson, before anybody has answered one. */
export interface GateResult {
  readonly guessers: readonly GuesserResult[];
  /** The bots that sit the test, the one with the most right answers first. */
  readonly sitting: Panel['sitting'];
  /** The one of them that is called strong most often, as the card has it; null where not all sat the whole simulation. */
  readonly simulated: GuesserRow | null;
  readonly findings: readonly Finding[];
}

/** The highest share of tests in which a guesser may be called strong. */
const maxGuesserStrong = 0.01;
/** Lines that a finding names at most. */
const mostLines = 8;

/**
 * The one gate before a lesson is served: `check`, build, publishing and import all refuse what it calls an error. Lets
 * every bot answer the lesson and the most successful ones sit its test. `others`: the author's other lessons.
 */
export function gateLesson(
  lesson: Lesson,
  others: readonly Lesson[],
  keep: KeepSimulation = (_madeFrom, make) => make(),
): GateResult {
  const panel = panelOf(lesson, others);
  const pool = lessonPool(lesson);
  const sitting = panel.sitting.filter(({ share }) => share >= leastToSit);
  const learners = sitting.map(({ bot, right }) => [bot, [...right]]);
  const worst =
    sitting.length === 0
      ? null
      : keep(
          [lesson.id, JSON.stringify([pool, standardRule, learners])],
          () => worstGuesser(pool, standardRule, lesson.id, sitting) ?? null,
        );
  const passed = guessedTest(lesson, panel, worst?.row);
  return {
    guessers: panel.results,
    sitting: panel.sitting,
    simulated: worst?.isWhole && sitting.length === panel.sitting.length ? worst.row : null,
    findings: [
      ...passed,
      ...guessedScopes(lesson, panel, passed.length > 0),
      ...(pool.length > 0 ? poolWeakness(lesson, pool) : []),
    ],
  };
}

/** Keeps simulated tests: after most edits the same bots sit the test of the same pool. */
export type KeepSimulation = <T>(madeFrom: readonly string[], make: () => T) => T;

/** An error when the best bot is called strong too often. */
function guessedTest(lesson: Lesson, panel: Panel, worst: GuesserRow | undefined): Finding[] {
  if (!worst || worst.strongContinued <= maxGuesserStrong) return [];
  const { bot, strongContinued } = worst;
  const result = panel.results.find((one) => one.bot === bot && one.scope === testScope);
  const right = result ? `, and is right in ${rightIn(lesson, result)}` : '';
  const message = `Somebody who knows nothing is called strong in ${(100 * strongContinued).toFixed(1)} of 100 simulated tests; at most ${100 * maxGuesserStrong} is allowed. The bot «${bot}» does it${right}. ${cureOf(panel, bot)}`;
  return [{ ...placeOf(lesson, result), severity: 'error', rule: 'test-guessed', message }];
}

/** A finding for each activity that a bot answers above chance, and for the lesson if its activities show it only together. */
function guessedScopes(lesson: Lesson, panel: Panel, testIsReported: boolean): Finding[] {
  const flagged = panel.results.filter((result) => result.flagged);
  const scopes = [...new Set(flagged.map(({ scope }) => scope))];
  const apart = scopes.filter((scope) => scope !== '');
  return (apart.length > 0 ? apart : scopes).flatMap((scope): Finding[] => {
    if (scope === testScope && testIsReported) return [];
    const own = flagged
      .filter((result) => result.scope === scope)
      .toSorted((a, b) => a.p - b.p || b.score - a.score);
    const [worst, ...more] = own;
    if (!worst) return [];
    const also = more.length > 0 ? ` So does «${more.map(({ bot }) => bot).join('», «')}».` : '';
    const message = `The bot «${worst.bot}» knows nothing and is right in ${rightIn(lesson, worst)}; by chance it would be ${percent(worst.chance)} (p = ${worst.adjusted.toPrecision(1)}, corrected for all bots). ${cureOf(panel, worst.bot)}${also}`;
    const severity = own.some(isRefusedGuesser) ? 'error' : 'warning';
    return [{ ...placeOf(lesson, worst), severity, rule: 'guessable', message }];
  });
}

const cureOf = ({ bots, sitting }: Panel, name: string): string =>
  bots.find((bot) => bot.name === name)?.cure ??
  sitting.find(({ bot }) => bot === name)?.cure ??
  (name === 'favourite place'
    ? 'Spread the place of the right option in the file.'
    : 'Add options, or ask for typed answers or an order of steps.');

/** "7 of 8 questions (lines 3, 14, 25)". */
function rightIn(lesson: Lesson, { score, items, hits, scope }: GuesserResult): string {
  const lines = sourcesOf(lesson, hits).map(({ line }) => line);
  const named = lines.slice(0, mostLines).join(', ');
  const rest = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : '';
  const where = scope === '' ? '' : ` (lines ${named}${rest})`;
  return `${percent(score)} of ${items} questions${lines.length > 0 ? where : ''}`;
}

function sourcesOf(lesson: Lesson, ids: readonly string[]): { file: string; line: number }[] {
  const items = [...lesson.activities.flatMap((activity) => activity.items), ...lesson.pool];
  return ids.flatMap((id) => items.find((item) => item.id === id)?.source ?? []);
}

function placeOf(
  lesson: Lesson,
  result: GuesserResult | undefined,
): Pick<Finding, 'file' | 'line' | 'column'> {
  const [first] = sourcesOf(lesson, result?.hits ?? []);
  const [pool] = sourcesOf(
    lesson,
    lesson.pool.slice(0, 1).map(({ id }) => id),
  );
  const { file = '', line = 1 } = first ?? pool ?? {};
  return { file, line, column: 1 };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
