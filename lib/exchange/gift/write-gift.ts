import type { Exported } from '#lib/exchange/format.ts';
import {
  commonLosses,
  joinWritten,
  kindName,
  markTags,
  omitted,
  taskLosses,
  type WrittenQuestion,
} from '#lib/exchange/losses.ts';
import { plainTextOf } from '#lib/exchange/markdown/nodes.ts';
import { toHtml, toLineHtml } from '#lib/exchange/markdown/to-html.ts';
import { toleranceOf } from '#lib/exchange/numbers.ts';
import type { Markdown, Question, Task } from '#lib/exchange/question.ts';
import { escapeGift } from './escapes.ts';

const carries = { feedback: true, hints: false, solution: true, formatting: true, levels: true } as const;

/** Writes questions as GIFT, texts as HTML. */
export function writeGift(questions: readonly Question[]): Exported {
  const { pieces, losses } = joinWritten(questions, writeQuestion);
  return { content: { kind: 'text', text: pieces.map((piece) => `${piece}\n`).join('\n') }, losses };
}

function writeQuestion(question: Question): WrittenQuestion {
  const { externalId, title, prompt, solution, task } = question;
  const answers = answersOf(task);
  if (answers === null) return omitted(`GIFT has no questions of the kind ${kindName(task)}.`);
  if (typedTexts(task).some((text) => text.includes('->')))
    return omitted('An answer has ->, by which GIFT knows pairs.');
  const marks = [
    ...(externalId ? [`[id:${externalId}]`] : []),
    ...markTags(question).map((tag) => `[tag:${tag}]`),
  ];
  const general = solution.length > 0 ? `####${html(solution)}` : '';
  const text = `::${escapeGift(title)}::[html]${html(prompt)} {${answers}${general}}`;
  const isCased = task.kind === 'text' && !task.ignore.includes('case');
  return {
    ok: true,
    text: marks.length > 0 ? `// ${marks.join(' ')}\n${text}` : text,
    losses: [
      ...commonLosses(question, carries),
      ...taskLosses(task),
      ...(isCased ? ['that capitals count'] : []),
      ...(task.kind === 'number' && task.units.length > 0 ? ['the unit'] : []),
      ...(task.kind === 'number' && task.tolerance?.includes('%') ? ['the tolerance as a share'] : []),
    ],
  };
}

const html = (nodes: Markdown): string => escapeGift(toHtml(nodes));
/** A percent sign or a bracket at the start would be read as a weight or a format. */
const lineHtml = (nodes: Markdown): string =>
  escapeGift(toLineHtml(nodes).replace(/^%/, '&#37;').replace(/^\[/, '&#91;'));
const note = (nodes: Markdown): string => (nodes.length > 0 ? `#${lineHtml(nodes)}` : '');

/** What stands between the braces; null for kinds that GIFT does not have. */
function answersOf(task: Task): string | null {
  switch (task.kind) {
    case 'choice':
    case 'output-choice':
      return choiceOf(task);
    case 'text':
      return task.answers
        .map(({ text, right, feedback }) => `=${right ? '%100%' : '%0%'}${typed(text)}${note(feedback)}`)
        .join(' ');
    case 'output':
      return `=${typed(task.printed)}`;
    case 'number':
      return `#${task.answers
        .map(
          (one) =>
            `=${one.right ? '' : '%0%'}${one.text}:${toleranceOf(one.text, task.tolerance)}${note(one.feedback)}`,
        )
        .join(' ')}`;
    case 'match':
      return task.pairs
        .map(({ left, right }) => `=${left ? lineHtml(left) : ''} -> ${escapeGift(plainTextOf(right))}`)
        .join(' ');
    case 'open':
      return '';
    default:
      return null;
  }
}

/** Answers that are written as plain text. */
const typedTexts = (task: Task): string[] => {
  if (task.kind === 'output') return [task.printed];
  return task.kind === 'text' ? task.answers.map(({ text }) => text) : [];
};

/** An asterisk of the answer is no wildcard. */
const typed = (text: string): string => escapeGift(text.replaceAll('*', '\\*'));

function choiceOf(task: Extract<Task, { kind: 'choice' | 'output-choice' }>): string {
  const right = task.options.filter((option) => option.right).length;
  const isMany = task.kind === 'choice' && task.many;
  const share = (100 / Math.max(1, right)).toFixed(5).replace(/\.?0+$/, '');
  return task.options
    .map(({ label, right: isRight, feedback }) => {
      const mark = isMany ? `~%${isRight ? '' : '-'}${share}%` : isRight ? '=' : '~';
      return `${mark}${lineHtml(label)}${note(feedback)}`;
    })
    .join(' ');
}
