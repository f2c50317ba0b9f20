import { answerTexts } from '#lib/exchange/item/answer-texts.ts';
import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { type ImportTarget, planImport } from '#lib/exchange/plan-import.ts';
import type { Entry, Reading } from '#lib/exchange/question.ts';

/** What a reader made of a question, in one line for each part, for tests. */
export function summaryOf(entry: Entry | undefined): Record<string, unknown> {
  if (!entry) return {};
  if (!entry.ok) {
    const { place, kind, reason } = entry.refusal;
    return { refused: kind, at: `${place.line}:${place.column}`, reason };
  }
  const { prompt, task, place, changes, solution, hints } = entry.question;
  return {
    kind: task.kind,
    line: place.line,
    prompt: plainTextOf(prompt),
    answers: answerTexts(task),
    ...(changes.length > 0 ? { changes } : {}),
    ...(solution.length > 0 ? { solution: plainTextOf(solution) } : {}),
    ...(hints.length > 0 ? { hints: hints.map(plainTextOf) } : {}),
  };
}

/** The feedback on each option or answer, as plain text. */
export function feedbackOf(entry: Entry | undefined): string[] {
  if (!entry?.ok) return [];
  const { task } = entry.question;
  if (task.kind === 'choice') return task.options.map(({ feedback }) => plainTextOf(feedback));
  return task.kind === 'text' || task.kind === 'number'
    ? task.answers.map(({ feedback }) => plainTextOf(feedback))
    : [];
}

export const testTarget: ImportTarget = {
  prefix: 'aim',
  objectives: ['first', 'second'],
  activity: 'test',
  openActivity: 'review',
  level: 'medium',
  objective: 'first',
  hash: (text) =>
    [...text]
      .reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 4_294_967_291, 7)
      .toString(16)
      .padStart(16, '0'),
};

/** The items that a reading becomes, and the refusals, in short. */
export function planned(reading: Reading): string[] {
  return planImport(reading, testTarget).items.map((item) =>
    item.outcome === 'refused'
      ? `${item.place.line} refused ${item.kind}: ${item.reason}`
      : `${item.place.line} ${item.outcome} ${item.kind}`,
  );
}
