import type { Exported } from '#lib/exchange/format.ts';
import { commonLosses, joinWritten, kindName, omitted, type WrittenQuestion } from '#lib/exchange/losses.ts';
import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import type { Question } from '#lib/exchange/question.ts';

const carries = { feedback: false, hints: false, solution: false, formatting: false, levels: false } as const;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Writes choices with one right option as Aiken: plain text, one line each. */
export function writeAiken(questions: readonly Question[]): Exported {
  const { pieces, losses } = joinWritten(questions, writeQuestion);
  return { content: { kind: 'text', text: pieces.map((piece) => `${piece}\n`).join('\n') }, losses };
}

function writeQuestion(question: Question): WrittenQuestion {
  const { task, prompt } = question;
  if (task.kind !== 'choice' && task.kind !== 'output-choice')
    return omitted(`Aiken has choices only, and this is of the kind ${kindName(task)}.`);
  const right = task.options.findIndex((option) => option.right);
  if (task.options.filter((option) => option.right).length > 1)
    return omitted('Aiken has one right option, and this has several.');
  const options = task.options.map(({ label }, at) => `${letters[at]}. ${plainTextOf(label)}`);
  return {
    ok: true,
    text: [plainTextOf(prompt), ...options, `ANSWER: ${letters[right]}`].join('\n'),
    losses: [...commonLosses(question, carries), 'the id'],
  };
}
