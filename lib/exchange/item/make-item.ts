import { mapTexts } from '#lib/exchange/map-texts.ts';
import { asLine, plainTextOf, withoutEmphasis } from '#lib/exchange/markdown/nodes.ts';
import type { Question, Task } from '#lib/exchange/question.ts';
import type { ActivitySlug } from '#lib/lesson/activities.ts';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { answerTexts } from './answer-texts.ts';
import { readItems } from './read-items.ts';
import { type ItemAttributes, writeItem } from './write-item.ts';

/** Where an item is to stand. */
export interface ItemPlacement {
  readonly activity: ActivitySlug;
  /** Of the lesson. */
  readonly objectives: readonly string[];
  readonly hash: (text: string) => string;
  /** The paths of its pictures, which are written beside the lesson with it. */
  readonly pictures?: readonly string[];
}

export type MadeItem =
  | { readonly ok: true; readonly text: string; readonly changes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/**
 * The question as the text of an item that compiles at its place and reads back as the same question. Where emphasis
 * would be misread, it is left out. Otherwise the question is refused with what the compiler says.
 */
export function makeItem(question: Question, given: ItemAttributes, placement: ItemPlacement): MadeItem {
  const misfit = misfitOf(question.task);
  if (misfit) return { ok: false, reason: misfit };
  const first = tryItem(question, given, placement);
  if (first.ok) return first;
  const plain = mapTexts(question, withoutEmphasis);
  const second = tryItem(plain, given, placement);
  return second.ok
    ? { ...second, changes: ['Bold and emphasis are left out, as they would be misread.'] }
    : first;
}

function tryItem(question: Question, given: ItemAttributes, placement: ItemPlacement): MadeItem {
  const text = writeItem(question, given);
  const fault = compileFault(text, placement);
  if (fault) return { ok: false, reason: fault };
  const [back] = readItems(text);
  if (!back || !isSameQuestion(question, back))
    return { ok: false, reason: 'Its text would be shown differently in our Markdown. Write it by hand.' };
  return { ok: true, text, changes: [] };
}

/** What the compiler has against the text of an item; undefined if nothing. */
function compileFault(
  text: string,
  { activity, objectives, hash, pictures = [] }: ItemPlacement,
): string | undefined {
  const { tree, findings } = parseFile('item.mdx', text);
  const context = { file: 'item.mdx', activity, objectives, hash } as const;
  const compiled = compileFile(
    'item.mdx',
    tree,
    {
      highlight: (value) => [{ type: 'text', value }],
      pictures: new Map(pictures.map((path) => [path, anyPicture])),
    },
    context,
  );
  const [fault] = [...findings, ...compiled.findings].filter(({ severity }) => severity === 'error');
  return fault?.message;
}

/** The check of the lesson looks at the bytes of pictures; here they are only known to be there. */
const anyPicture = { hash: '0'.repeat(64), type: 'png', width: 1, height: 1 } as const;

/** What our kinds cannot hold, said before the compiler would say it less clearly. */
function misfitOf(task: Task): string | undefined {
  if (task.kind !== 'match') return undefined;
  const cells = task.pairs.flatMap(({ left, right, note }) => [left ?? [], right, note]);
  return cells.some((cell) => asLine(cell) === null)
    ? 'An entry holds code, a list or another block; an entry of a Match item is one line.'
    : undefined;
}

function isSameQuestion(a: Question, b: Question): boolean {
  const texts = ({ prompt, hints, solution, task }: Question) =>
    JSON.stringify([
      plainTextOf(prompt),
      hints.map(plainTextOf),
      plainTextOf(solution),
      answerTexts(task).map((text) => text.replace(/\s+/g, ' ')),
    ]);
  return texts(a) === texts(b);
}
