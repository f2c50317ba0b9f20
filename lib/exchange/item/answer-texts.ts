import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import type { Task } from '#lib/exchange/question.ts';

/** What a task offers or accepts as plain texts, marked right or wrong: two tasks with the same ones are the same. */
export function answerTexts(task: Task): string[] {
  switch (task.kind) {
    case 'choice':
    case 'output-choice':
      return task.options.map(({ label, right }) => `${right ? '=' : '~'}${plainTextOf(label)}`);
    case 'text':
      return task.answers.map(({ text, right }) => `${right ? '=' : '~'}${text}`);
    case 'number':
      return task.answers.map(({ text, right }) => `${right ? '=' : '~'}${text} ± ${task.tolerance ?? 0}`);
    case 'match':
      return task.pairs.map(({ left, right }) => `${plainTextOf(left ?? [])}->${plainTextOf(right)}`);
    case 'order':
      return task.steps.map(({ label }) => plainTextOf(label));
    case 'blanks':
      return [
        ...task.pieces.map((piece) => (typeof piece === 'string' ? piece : `[[${piece.join('|')}]]`)),
        ...(task.bank ?? []).map(({ token }) => `~${token}`),
      ];
    case 'output':
      return [task.printed];
    case 'card':
      return [plainTextOf(task.back)];
    default:
      return [];
  }
}
