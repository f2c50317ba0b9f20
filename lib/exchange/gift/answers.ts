import { fromPlain } from '#lib/exchange/markdown/from-plain.ts';
import { fromRange, numberTask, type WeightedNumber } from '#lib/exchange/numbers.ts';
import type { Markdown, Pair, Task } from '#lib/exchange/question.ts';
import { trueFalse } from '#lib/exchange/true-false.ts';
import { textTask } from '#lib/exchange/typed.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { oneChoice, severalChoices, typedAnswers, type WeightedAnswer } from '#lib/exchange/weights.ts';
import { showEscaped } from './escapes.ts';
import { type GiftFormat, giftText, splitFormat } from './text.ts';

type OnChange = (change: string) => void;
interface ReadAnswers {
  readonly task: Task;
  readonly solution: Markdown;
}

/** Reads what stands between the braces; escaped signs have their stand-ins. */
export function readAnswers(block: string, format: GiftFormat, onChange: OnChange): ReadAnswers {
  const [body = '', ...general] = block.split('####');
  const solution = giftText(general.join('####'), format, onChange);
  return { task: taskOf(body.trim(), format, onChange), solution };
}

function taskOf(body: string, format: GiftFormat, onChange: OnChange): Task {
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#([\s\S]*))?$/i.exec(body);
  if (body === '') return { kind: 'open' };
  if (truth) return truthTask(truth[1] ?? '', truth[2] ?? '', format, onChange);
  if (body.startsWith('#')) return numericTask(body.slice(1), format, onChange);
  if (!/[=~]/.test(body)) return shortTask([{ mark: '=', content: body }], format, onChange);
  if (body.includes('~'))
    return choiceTask(
      split(body).map((piece) => answerOf(piece, format, onChange)),
      onChange,
    );
  if (!body.startsWith('='))
    throw new Unreadable(
      'Its answers begin with neither = nor ~. Write = before a right and ~ before a wrong one.',
    );
  if (split(body).every(({ content }) => content.includes('->')))
    return {
      kind: 'match',
      heads: ['entry', 'partner'],
      scoring: 'cancel',
      pairs: split(body).map((one) => pairOf(one, format, onChange)),
    };
  return shortTask(split(body), format, onChange);
}

interface Piece {
  readonly mark: string;
  readonly content: string;
}

/** Cuts at each `=` and `~`. */
function split(body: string): Piece[] {
  const pieces = [...body.matchAll(/([=~])([^=~]*)/g)].map(([, mark = '', content = '']) => ({
    mark,
    content,
  }));
  const before = /^[^=~]*/.exec(body)?.[0].trim();
  if (before)
    throw new Unreadable(
      `«${showEscaped(before).slice(0, 40)}» stands before the first answer. Write = or ~ before it.`,
    );
  return pieces;
}

function answerOf({ mark, content }: Piece, format: GiftFormat, onChange: OnChange): WeightedAnswer {
  const [, percent, rest = ''] = /^\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(content) ?? [];
  const at = rest.indexOf('#');
  return {
    label: giftText(at === -1 ? rest : rest.slice(0, at), format, onChange),
    feedback: at === -1 ? [] : giftText(rest.slice(at + 1), format, onChange),
    weight: percent === undefined ? (mark === '=' ? 100 : 0) : Number(percent),
  };
}

function choiceTask(answers: readonly WeightedAnswer[], onChange: OnChange): Task {
  const right = answers.filter(({ weight }) => weight > 0);
  if (right.length === 0) throw new Unreadable('No answer is right. Write = before the right one.');
  if (answers.some(({ label, feedback }) => label.length === 0 && feedback.length > 0))
    throw new Unreadable(
      'An option begins with #, which begins its feedback. Write \\# for the sign itself.',
    );
  const isSeveral = right.length > 1 && !right.some(({ weight }) => weight === 100);
  const { task, changes } = isSeveral ? severalChoices(answers) : oneChoice(answers);
  changes.forEach(onChange);
  return task;
}

/** Typed answers are plain text, whatever the format of the question. */
function shortTask(pieces: readonly Piece[], format: GiftFormat, onChange: OnChange): Task {
  const answers = pieces.map((piece) => {
    const [, label = ''] = /^\s*(?:%-?[\d.]+%)?([^#]*)/.exec(piece.content) ?? [];
    const plain = { type: 'text', value: showEscaped(splitFormat(label, format).text).trim() } as const;
    return { ...answerOf(piece, format, onChange), label: [plain] };
  });
  const typed = typedAnswers(answers);
  const { task, changes } = textTask(typed.task, ['case'], 'wildcard');
  [...typed.changes, ...changes].forEach(onChange);
  return task;
}

function truthTask(word: string, notes: string, format: GiftFormat, onChange: OnChange): Task {
  const [wrong = '', right = ''] = notes.split('#');
  const { task, change } = trueFalse(/^t/i.test(word), {
    right: giftText(right, format, onChange),
    wrong: giftText(wrong, format, onChange),
  });
  onChange(change);
  return task;
}

function pairOf({ content }: Piece, format: GiftFormat, onChange: OnChange): Pair {
  const [left = '', ...right] = content.split('->');
  const from = giftText(left, format, onChange);
  return {
    left: from.length > 0 ? from : null,
    right: fromPlain(showEscaped(splitFormat(right.join('->'), format).text)),
    note: [],
  };
}

function numericTask(body: string, format: GiftFormat, onChange: OnChange): Task {
  const pieces = body.trim().match(/^[^=~]+|[=~][^=~]*/g) ?? [];
  const numbers = pieces.flatMap((piece): WeightedNumber[] => {
    const mark = /^[=~]/.exec(piece)?.[0] ?? '=';
    const [, percent, rest = ''] = /^[=~]?\s*(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(piece) ?? [];
    const [value = '', ...note] = rest.split('#');
    const feedback = giftText(note.join('#'), format, onChange);
    if (value.trim() === '' || value.trim() === '*') {
      if (feedback.length > 0) onChange('The feedback on every other answer is left out.');
      return [];
    }
    const weight = percent === undefined ? (mark === '=' ? 100 : 0) : Number(percent);
    return [{ ...readRange(showEscaped(value).trim()), weight, feedback }];
  });
  if (!numbers.some(({ weight }) => weight > 0)) throw new Unreadable('No number is right.');
  const { task, changes } = numberTask(numbers);
  changes.forEach(onChange);
  return task;
}

/** `3`, `3:2` or `1..5`. */
function readRange(text: string): { value: number; tolerance: number } {
  const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
  const range = new RegExp(`^(${number})\\s*\\.\\.\\s*(${number})$`, 'i').exec(text);
  if (range) return fromRange(Number(range[1]), Number(range[2]));
  const close = new RegExp(`^(${number})\\s*(?::\\s*(${number}))?$`, 'i').exec(text);
  if (!close) throw new Unreadable(`«${text.slice(0, 40)}» is no number. Write 3, 3:0.5 or 2.5..3.5.`);
  return { value: Number(close[1]), tolerance: Number(close[2] ?? 0) };
}
