import { fromPlain } from '#lib/exchange/markdown/from-plain.ts';
import { type Entry, noExtras, type Option, type Reading } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';

interface AikenBlock {
  readonly line: number;
  readonly lines: readonly string[];
}

/** Reads an Aiken file: a question, its options as `A.` or `A)`, and a line `ANSWER: B`. */
export function readAiken(file: string): Reading {
  return { entries: aikenBlocks(file).map(readBlock), notes: [] };
}

/** A block ends with its ANSWER line, or before a question that begins after an empty line below options. */
function aikenBlocks(file: string): AikenBlock[] {
  const blocks: AikenBlock[] = [];
  let open: { line: number; lines: string[]; hasOption: boolean } | undefined;
  const close = (): void => {
    if (open) blocks.push({ line: open.line, lines: open.lines.map((line) => line.trimEnd()) });
    open = undefined;
  };
  let isAfterBlank = false;
  for (const [at, line] of file.split('\n').entries()) {
    if (line.trim() === '') {
      isAfterBlank = true;
      continue;
    }
    const isNew = isAfterBlank && open?.hasOption && !option.test(line) && !answer.test(line);
    if (isNew) close();
    while (isAfterBlank && open && open.line + open.lines.length < at + 1) open.lines.push('');
    isAfterBlank = false;
    open ??= { line: at + 1, lines: [], hasOption: false };
    open.lines.push(line);
    open.hasOption ||= option.test(line);
    if (answer.test(line)) close();
  }
  close();
  return blocks;
}

const option = /^\s*([A-Z])(?:\)\s*|\.\s+)(.*)$/;
const answer = /^\s*ANSWER\s*:\s*(.*)$/i;

function readBlock({ line, lines }: AikenBlock): Entry {
  const from = { place: { line, column: 1 }, source: lines.join('\n'), title: '', kind: 'multiple choice' };
  return readEntry(from, () => {
    const start = lines.findIndex((one) => option.test(one));
    const end = lines.findIndex((one) => answer.test(one));
    if (start === -1)
      throw new Unreadable('It has no options. Write each on a line that begins with A. or A).');
    if (start === 0) throw new Unreadable('There is no question above its options.');
    if (end === -1)
      throw new Unreadable('It has no line ANSWER: with the letter of the right option.', {
        line: lines.length - 1,
        column: 0,
      });
    const options = readOptions(lines.slice(start, end), start);
    const right = readRight(lines[end] ?? '', options, end);
    return {
      ...noExtras,
      prompt: fromPlain(lines.slice(0, start).join('\n')),
      task: {
        kind: 'choice',
        many: right.length > 1,
        scoring: 'cancel',
        options: options.map(({ letter, text }): Option => {
          return { label: fromPlain(text), right: right.includes(letter), feedback: [] };
        }),
      },
      changes:
        right.length > 1
          ? ['Aiken has one right answer; several letters became a choice of all that apply.']
          : [],
    };
  });
}

interface Lettered {
  readonly letter: string;
  readonly text: string;
}

function readOptions(lines: readonly string[], start: number): Lettered[] {
  const options: Lettered[] = [];
  for (const [at, line] of lines.entries()) {
    const [, letter, text = ''] = option.exec(line) ?? [];
    if (letter !== undefined) {
      if (options.some((other) => other.letter === letter))
        throw new Unreadable(`The letter ${letter} is used twice.`, { line: start + at, column: 0 });
      options.push({ letter, text });
    } else if (line.trim() !== '') {
      throw new Unreadable('This line is neither an option nor ANSWER:. An option of Aiken is one line.', {
        line: start + at,
        column: 0,
      });
    }
  }
  return options;
}

function readRight(line: string, options: readonly Lettered[], at: number): string[] {
  const letters = (answer.exec(line)?.[1] ?? '')
    .toUpperCase()
    .split(/[\s,;.]+/)
    .filter(Boolean);
  const unknown = letters.find((letter) => !options.some((one) => one.letter === letter));
  if (letters.length === 0 || unknown !== undefined)
    throw new Unreadable(
      unknown === undefined ? 'ANSWER: names no letter.' : `ANSWER: names ${unknown}, which is no option.`,
      { line: at, column: 0 },
    );
  return letters;
}
