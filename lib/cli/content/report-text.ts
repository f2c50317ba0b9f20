import type { Finding } from '#lib/lesson/lesson.ts';
import type { GuesserResult } from '#lib/mastery/guessers.ts';
import type { CardRow } from '#lib/mastery/verdict-card.ts';
import type { ContentReport } from './check-content.ts';

/** The report as text: findings by file, the scores of the bots, and a summary line. */
export function reportText({ lessons, items, findings, guessers, proofs, verdicts }: ContentReport): string {
  return [
    ...findingLines(findings),
    ...guesserLines(guessers),
    ...verdictLines(verdicts),
    `${proofs.proven} proven by running, ${proofs.stale} proven wrong, ${proofs.unproven} not run`,
    summary(lessons, items, findings, guessers),
  ].join('\n');
}

function findingLines(findings: readonly Finding[]): string[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap((file) => {
    const own = findings
      .filter((finding) => finding.file === file)
      .toSorted((a, b) => a.line - b.line || a.column - b.column);
    return [
      ...own.map(({ line, column, rule, message }) => `${file}:${line}:${column}  ${rule}  ${message}`),
      '',
    ];
  });
}

/** A table of scores with a row for each scope and a column for each bot; a star marks scores that are not chance. */
function guesserLines(guessers: readonly GuesserResult[]): string[] {
  if (guessers.length === 0) return [];
  const bots = [...new Set(guessers.map(({ bot }) => bot))];
  const scopes = [...new Set(guessers.map(({ scope }) => scope))];
  const rows = scopes.map((scope) => {
    const own = guessers.filter((result) => result.scope === scope);
    const scores = bots.map((bot) => scoreText(own.find((result) => result.bot === bot)));
    return [scope, String(own[0]?.items ?? 0), percent(own[0]?.chance ?? 0), ...scores];
  });
  const table = [
    ['guessers: scope', 'items', 'chance', ...bots.map((_, at) => String.fromCharCode(97 + at))],
    ...rows,
  ];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
  const names = bots.map((bot, at) => `${String.fromCharCode(97 + at)} ${bot}`).join(', ');
  const worst = guessers
    .filter(({ flagged }) => flagged)
    .map(
      ({ bot, scope, score: scored, chance, p }) =>
        `${scope}: «${bot}» scores ${percent(scored)} without knowing anything, where chance is ${percent(chance)} (p = ${p.toPrecision(2)}). Even out the options.`,
    );
  return [
    ...lines,
    names,
    '* above chance at the level .05 (exact test, Holm correction over the bots of a scope)',
    ...worst,
    '',
  ];
}

/** The simulated outcomes of each lesson's test for people who know nothing, 55 % or 85 % of it. */
function verdictLines(cards: ContentReport['verdicts']): string[] {
  const row = ({ strong, notYet, unsure, meanLength }: CardRow) =>
    `${percent(strong)} strong, ${percent(notYet)} not yet, ${percent(unsure)} can't tell, ${meanLength.toFixed(1)} questions`;
  return cards.flatMap(({ lesson, tests, guesser, halfKnower, knower }) => [
    `test of ${lesson}, ${tests} simulated each:`,
    `  knows nothing  ${row(guesser)}`,
    `  knows 55 %     ${row(halfKnower)}`,
    `  knows 85 %     ${row(knower)}`,
    '',
  ]);
}

function scoreText(result: GuesserResult | undefined): string {
  if (!result) return '-';
  return `${percent(result.score)}${result.flagged ? '*' : ''}`;
}

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;

function summary(
  lessons: number,
  items: number,
  findings: readonly Finding[],
  guessers: readonly GuesserResult[],
): string {
  const flagged = guessers.filter((result) => result.flagged).length;
  const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return `${counted(lessons, 'lesson')}, ${counted(items, 'item')}, ${counted(findings.length, 'finding')}, ${counted(flagged, 'flagged guesser')}`;
}
