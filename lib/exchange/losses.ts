import type { Nodes } from 'mdast';
import type { ExportLoss } from './format.ts';
import { isPlain } from './markdown/to-html.ts';
import type { Markdown, Question, Task } from './question.ts';

/** What a format can hold besides the question and its answers. */
export interface Carries {
  readonly feedback: boolean;
  readonly hints: boolean;
  readonly solution: boolean;
  readonly formatting: boolean;
  readonly levels: boolean;
}

/** A question as a piece of the file, or why the format cannot hold it, with what is lost. */
export type WrittenQuestion =
  | { readonly ok: true; readonly text: string; readonly losses: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export const omitted = (reason: string): WrittenQuestion => ({ ok: false, reason });

/** The kind of an item in the words of the handbook. */
export function kindName(task: Task): string {
  switch (task.kind) {
    case 'open':
      return 'what-if';
    case 'output-choice':
      return 'output';
    case 'other':
      return task.name.replaceAll('-', ' ');
    default:
      return task.kind;
  }
}

/** What every question loses in a format. Ids of options are in none. */
export function commonLosses(question: Question, carries: Carries): string[] {
  const { hints, solution, level, objective, task, ownAttributes = [] } = question;
  const notes = notesOf(task);
  const texts = [question.prompt, solution, ...hints, ...labelsOf(task), ...notes];
  const pictures = texts.reduce((sum, nodes) => sum + countPictures(nodes), 0);
  const lost: readonly (readonly [boolean, string])[] = [
    [pictures > 0, pictures === 1 ? 'the picture' : `${pictures} pictures`],
    [!carries.hints && hints.length > 0, hints.length === 1 ? 'the hint' : `${hints.length} hints`],
    [!carries.solution && solution.length > 0, 'the solution'],
    [!carries.feedback && notes.some((note) => note.length > 0), 'feedback on answers'],
    [!carries.formatting && !texts.every(isPlain), 'code and formatting, which become plain text'],
    [!carries.levels && (level !== null || objective !== null), 'level and objective'],
    ['options' in task && task.options.some(({ last }) => last), 'the place of the last option'],
    ['scoring' in task && task.scoring === 'exact', 'scoring of the whole only'],
    [ownAttributes.length > 0, `what no other system has: ${ownAttributes.join(', ')}`],
  ];
  return lost.flatMap(([isLost, what]) => (isLost ? [what] : []));
}

function countPictures(nodes: readonly Nodes[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === 'image' ? 1 : 'children' in node ? countPictures(node.children) : 0),
    0,
  );
}

/** What typed answers and pairs have here alone. */
export function taskLosses(task: Task): string[] {
  switch (task.kind) {
    case 'text': {
      const others = task.ignore.filter((name) => name !== 'case');
      return [
        ...(others.length > 0 ? [`that ${others.join(', ')} do not count`] : []),
        ...(task.form || task.length ? ['the form of the answer'] : []),
      ];
    }
    case 'number':
      return task.asksUnit ? ['that the unit is part of the answer'] : [];
    case 'match':
      return task.pairs.some(({ note }) => note.length > 0) ? ['notes on pairs'] : [];
    case 'order':
      return task.steps.some(({ after }) => after && after.length > 0)
        ? ['that several orders are right']
        : [];
    case 'output':
    case 'output-choice':
      return ['that it is the output of a program'];
    default:
      return [];
  }
}

function notesOf(task: Task): Markdown[] {
  if ('options' in task) return task.options.map(({ feedback }) => feedback);
  return 'answers' in task ? task.answers.map(({ feedback }) => feedback) : [];
}

function labelsOf(task: Task): Markdown[] {
  if ('options' in task) return task.options.map(({ label }) => label);
  if (task.kind === 'match') return task.pairs.flatMap(({ left, right }) => [left ?? [], right]);
  return task.kind === 'order' ? task.steps.map(({ label }) => label) : [];
}

/** The file of a text format: the pieces with an empty line between them, and what each question loses. */
export function joinWritten(
  questions: readonly Question[],
  write: (question: Question) => WrittenQuestion,
): { readonly pieces: readonly string[]; readonly losses: readonly ExportLoss[] } {
  const written = questions.map((question) => ({
    id: question.externalId ?? question.title,
    ...write(question),
  }));
  return {
    pieces: written.flatMap((one) => (one.ok ? [one.text] : [])),
    losses: written.map((one) =>
      one.ok
        ? { id: one.id, omitted: false, losses: one.losses }
        : { id: one.id, omitted: true, losses: [one.reason] },
    ),
  };
}

/** The tags by which an import finds level and objective again. */
export const markTags = ({ level, objective, tags }: Question): string[] => [
  ...(level ? [`level:${level}`] : []),
  ...(objective ? [`objective:${objective}`] : []),
  ...tags,
];
