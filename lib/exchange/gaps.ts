import type { PhrasingContent, RootContent } from 'mdast';
import { isSame } from '#lib/item/normalise.ts';
import { textOf } from '#lib/item/parts.ts';
import { type OnChange, plain, plainTextOf } from './markdown/nodes.ts';
import type { BankToken, GapPiece, Markdown, Task } from './question.ts';
import { Unreadable } from './unreadable.ts';

/** A gap as formats have it: typed, or chosen from options of its own. */
export interface Gap {
  readonly right: readonly string[];
  readonly wrong: readonly { readonly text: string; readonly feedback: Markdown }[];
  readonly isChosen: boolean;
}

const mostGaps = 3;

/**
 * A text with gaps as a task. Our gaps share one bank of words, so options of one gap are offered in all; and where one
 * gap is typed, all are.
 */
export function gapTask(pieces: readonly (string | Gap)[], onChange: OnChange): Task {
  const gaps = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]));
  if (gaps.length === 0) throw new Unreadable('It has no gap.');
  if (gaps.length > mostGaps)
    throw new Unreadable(`It has ${gaps.length} gaps, and ${mostGaps} at most are possible. Split it.`);
  const empty = gaps.findIndex(({ right }) => right.length === 0);
  if (empty !== -1) throw new Unreadable(`No answer of gap ${empty + 1} is right.`);
  const isChosen = gaps.every((gap) => gap.isChosen);
  const bank = isChosen ? bankOf(gaps) : [];
  const isBank = bank.length > 0;
  if (isChosen && !isBank) onChange('Only its right words were offered; they are typed now.');
  if (!isChosen && gaps.some((gap) => gap.isChosen)) onChange('Some gaps were chosen; all are typed now.');
  if (gaps.some(({ wrong }) => wrong.some(({ text }) => text.trim() === '')))
    onChange('The empty option of a gap is left out.');
  if (isBank && gaps.length > 1)
    onChange('Each gap had options of its own; they share one bank of words now.');
  if (!isBank && gaps.some(({ wrong }) => wrong.some(({ feedback }) => feedback.length > 0)))
    onChange('Feedback on wrong answers of a gap is left out.');
  return {
    kind: 'blanks',
    language: 'text',
    pieces: joined(pieces),
    bank: isBank ? bank : null,
    once: false,
    ignore: ['case'],
  };
}

function bankOf(gaps: readonly Gap[]): BankToken[] {
  const right = gaps.flatMap((gap) => gap.right);
  const tokens: BankToken[] = [];
  for (const { text, feedback } of gaps.flatMap(({ wrong }) => wrong)) {
    const isKnown = [...right, ...tokens.map(({ token }) => token)].some((other) => isSame(other, text, []));
    if (!isKnown && text.trim() !== '') tokens.push({ token: text, feedback });
  }
  return tokens;
}

/** The text as one line of pieces for a fence: its gaps with all that they accept. */
function joined(pieces: readonly (string | Gap)[]): GapPiece[] {
  const shown = pieces.map(
    (piece): GapPiece => (typeof piece === 'string' ? piece : [...new Set(piece.right)]),
  );
  const first = shown[0];
  const last = shown.at(-1);
  return shown.map((piece) => {
    if (typeof piece !== 'string') return piece;
    const start = piece === first ? piece.trimStart() : piece;
    return piece === last ? start.trimEnd() : start;
  });
}

/** The plain text of blocks, a line for each: what a fence shows of a text with gaps. */
export function fenceText(nodes: Markdown): string {
  return nodes
    .flatMap((node): string[] => {
      if (node.type === 'list')
        return node.children.map(
          (entry, at) => `${node.ordered ? `${at + 1}.` : '-'} ${plainTextOf(entry.children)}`,
        );
      if (node.type === 'code') return [node.value];
      if (node.type === 'paragraph') return node.children.map(inlineText).join('').split('\n');
      return [plainTextOf([node])];
    })
    .join('\n');
}

function inlineText(node: PhrasingContent): string {
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(inlineText).join('') : textOf(node);
}

/** What stands in a text for the gap of that number, counted from 0, while it is converted. */
export const placeholder = (at: number): string => `\uE100${at}\uE101`;

const placeholders = /\uE100(\d+)\uE101/;

/** A text cut at its placeholders. */
export function piecesOf<G>(text: string, gaps: readonly G[]): (string | G)[] {
  return text.split(placeholders).flatMap((piece, at): (string | G)[] => {
    if (at % 2 === 0) return piece ? [piece] : [];
    const gap = gaps[Number(piece)];
    return gap ? [gap] : [];
  });
}

/** A text with something in place of each placeholder. */
export const fillPlaceholders = (text: string, fill: (at: number) => string): string =>
  text.replace(new RegExp(placeholders, 'g'), (_whole, at: string) => fill(Number(at)));

const hasPlaceholder = (text: string): boolean => placeholders.test(text);

/** A converted text with placeholders as a question: what stands above the first gap is its prompt. */
export function gapQuestion(
  nodes: Markdown,
  gaps: readonly Gap[],
  onChange: OnChange,
): { readonly prompt: Markdown; readonly task: Task } {
  const first = nodes.findIndex((node) => hasPlaceholder(fenceText([node])));
  const above = nodes.slice(0, Math.max(0, first));
  const text = nodes.slice(Math.max(0, first));
  const task = gapTask(piecesOf(fenceText(text), gaps), onChange);
  const answers = gaps.flatMap(({ right }) => right).join('');
  const isText = text.every((node) => canHoldGaps(node, answers));
  return {
    prompt: above.length > 0 ? above : plain(isText ? 'Fill in the gaps.' : 'Fill the gaps.'),
    task: isText && task.kind === 'blanks' ? { ...task, text } : task,
  };
}

/** Whether a text of ours can have this block, and with gaps the same ones. */
function canHoldGaps(node: RootContent, answers: string): boolean {
  if (node.type === 'inlineCode') return !hasPlaceholder(node.value) || !answers.includes('`');
  if (node.type === 'table' || node.type === 'image') return false;
  if (node.type === 'code' || node.type === 'math' || node.type === 'inlineMath')
    return !hasPlaceholder(node.value) && !node.value.includes('[[');
  return 'children' in node ? node.children.every((child) => canHoldGaps(child, answers)) : true;
}
