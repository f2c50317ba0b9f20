import { csv } from '#lib/csv/write-csv.ts';
import type { Exported, ExportLoss } from '#lib/exchange/format.ts';
import { commonLosses, kindName, taskLosses } from '#lib/exchange/losses.ts';
import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { toPlain } from '#lib/exchange/markdown/to-html.ts';
import type { Markdown, Question, Task } from '#lib/exchange/question.ts';
import { sheetColumns } from './sheet-row.ts';

const carries = { feedback: true, hints: true, solution: true, formatting: false, levels: true } as const;

type Cells = Partial<Record<(typeof sheetColumns)[number], string>>;

/** Writes questions as the sheet of the handbook. */
export function writeSheet(questions: readonly Question[]): Exported {
  const rows: string[][] = [];
  const losses = questions.map((question): ExportLoss => {
    const { externalId, title, prompt, hints, solution, level, objective, task } = question;
    const id = externalId ?? title;
    const answers = answerCells(task);
    if (task.kind === 'match' && task.pairs.some(({ left }) => / -> /.test(` ${plainTextOf(left ?? [])} `)))
      return { id, omitted: true, losses: ['An entry has ->, by which the sheet parts pairs.'] };
    if (answers === null) return { id, omitted: true, losses: [`The sheet has no kind ${kindName(task)}.`] };
    const cells: Cells = {
      ...answers,
      question: toPlain(prompt),
      id: externalId ?? '',
      hint: joined(hints.map(toPlain)),
      solution: toPlain(solution),
      level: level ?? '',
      objective: objective ?? '',
    };
    rows.push(sheetColumns.map((column) => cells[column] ?? ''));
    const isCased = task.kind === 'text' && !task.ignore.includes('case');
    return {
      id,
      omitted: false,
      losses: [
        ...commonLosses(question, carries),
        ...taskLosses(task),
        ...(isCased ? ['that capitals count'] : []),
      ],
    };
  });
  return { content: { kind: 'text', text: csv([sheetColumns, ...rows]) }, losses };
}

/** Entries of one cell; bars in them are escaped. Empty ones at the end are left away. */
function joined(entries: readonly string[]): string {
  const last = entries.findLastIndex((entry) => entry !== '');
  return (
    entries
      .slice(0, last + 1)
      .map((entry) => entry.replaceAll('|', '\\|'))
      // The blank keeps a backslash at the end of an entry from escaping the bar.
      .join(' | ')
  );
}

function answerCells(task: Task): Cells | null {
  switch (task.kind) {
    case 'choice':
    case 'output-choice':
      return {
        kind: 'choice',
        ...listed(task.options.map((option) => ({ ...option, text: toPlain(option.label) }))),
      };
    case 'text':
      return { kind: 'text', ...listed(task.answers) };
    case 'output':
      return { kind: 'text', right: joined([task.printed]) };
    case 'number':
      return {
        kind: 'number',
        ...listed(task.answers),
        tolerance: task.tolerance ?? '',
        unit: joined(task.units),
      };
    case 'order':
      return { kind: 'order', right: joined(task.steps.map(({ label }) => toPlain(label))) };
    case 'match':
      return {
        kind: 'match',
        right: joined(
          task.pairs.map(({ left, right }) => `${plainTextOf(left ?? [])} -> ${plainTextOf(right)}`),
        ),
      };
    case 'open':
      return { kind: 'open' };
    case 'card':
      return { kind: 'card', right: toPlain(task.back) };
    default:
      return null;
  }
}

/** Right answers come first, and the feedback is in the same order. */
function listed(
  answers: readonly { readonly text: string; readonly right: boolean; readonly feedback: Markdown }[],
): Cells {
  const right = answers.filter((answer) => answer.right);
  const wrong = answers.filter((answer) => !answer.right);
  return {
    right: joined(right.map(({ text }) => text)),
    wrong: joined(wrong.map(({ text }) => text)),
    feedback: joined([...right, ...wrong].map(({ feedback }) => toPlain(feedback))),
  };
}
