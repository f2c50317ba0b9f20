import { findingLine } from '#lib/lesson/findings-of.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import type { GuesserResult } from '#lib/mastery/guessers/guessers.ts';
import type { CardRow, GuesserRow } from '#lib/mastery/verdict-card.ts';
import { annotations } from './annotations.ts';
import type { ContentReport } from './check-content.ts';

export const reportFormats = ['text', 'github', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The report as one JSON object, as text, or as text in which the findings are annotations of GitHub. */
export const reportAs = (format: ReportFormat, report: ContentReport): string =>
  format === 'json' ? JSON.stringify(report) : reportText(report, format === 'github');

/** The report as text: findings by file, the scores of the bots, and a summary line. */
export function reportText(report: ContentReport, isAnnotated = false): string {
  const { findings, guessers, proofs, verdicts } = report;
  return [
    ...(isAnnotated ? annotations(findings) : findingLines(findings)),
    ...guesserLines(guessers),
    ...verdictLines(verdicts),
    `${proofs.proven} proven by running, ${proofs.stale} proven wrong, ${proofs.unproven} not run; ${proofs.mutantsCaught} of ${proofs.mutants} faults planted in proven keys are caught`,
    summary(report),
  ].join('\n');
}

function findingLines(findings: readonly Finding[]): string[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap((file) => {
    const own = findings
      .filter((finding) => finding.file === file)
      .toSorted((a, b) => a.line - b.line || a.column - b.column);
    return [...own.map(findingLine), ''];
  });
}

/** The most successful bots of each scope; a star marks scores that are not chance. */
const shownBots = 3;

function guesserLines(guessers: readonly GuesserResult[]): string[] {
  if (guessers.length === 0) return [];
  const scopes = [...new Set(guessers.map(({ scope }) => scope))];
  const width = Math.max(...scopes.map((scope) => scope.length));
  const bots = new Set(guessers.map(({ bot }) => bot)).size;
  return [
    bots === 1 ? 'A bot that knows nothing:' : `The best of ${bots} bots that know nothing:`,
    ...scopes.map((scope) => {
      const best = guessers
        .filter((result) => result.scope === scope)
        .toSorted((a, b) => a.p - b.p || b.score - a.score)
        .slice(0, shownBots);
      return `  ${scope.padEnd(width)}  ${best.map(scoreText).join(', ')}`;
    }),
    '* above chance at the level .05 (exact test, Holm correction over all bots and scopes of a lesson)',
    '',
  ];
}

/** The simulated outcomes of each lesson's test for the best bot and for people who know 55 % or 85 % of it. */
function verdictLines(cards: ContentReport['verdicts']): string[] {
  const row = ({ strong, notYet, unsure, meanLength }: CardRow) =>
    `${percent(strong)} strong, ${percent(notYet)} not yet, ${percent(unsure)} can't tell, ${meanLength.toFixed(1)} questions`;
  return cards.flatMap(({ lesson, tests, guesser, halfKnower, knower }) => [
    `test of ${lesson}, ${tests} simulated each:`,
    `  knows nothing  ${row(guesser)} (${guesserText(guesser)})`,
    `  knows 55 %     ${row(halfKnower)}`,
    `  knows 85 %     ${row(knower)}`,
    '',
  ]);
}

const scoreText = ({ bot, score, chance, items, flagged }: GuesserResult): string =>
  `${bot} ${percent(score)}${flagged ? '*' : ''} of ${items} (chance ${percent(chance)})`;

const guesserText = ({ bot, strongContinued }: GuesserRow): string =>
  `the best bot: ${bot}; ${percent(strongContinued)} strong when it continues unsure tests`;

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;

/** The last line of a report. */
export function summary({ lessons, items, findings, guessers }: ContentReport): string {
  const flagged = guessers.filter((result) => result.flagged).length;
  const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return `${counted(lessons, 'lesson')}, ${counted(items, 'item')}, ${counted(findings.length, 'finding')}, ${counted(flagged, 'flagged guesser')}`;
}
