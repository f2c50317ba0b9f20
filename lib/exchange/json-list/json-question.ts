import { Unreadable } from '#lib/exchange/unreadable.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Names that other systems give to the fields of the sheet, ours first. */
const names = {
  question: ['question', 'prompt', 'stem', 'text'],
  options: ['options', 'choices', 'answers'],
  answer: ['answer', 'key', 'correct', 'correctAnswer', 'correct_answer'],
  solution: ['solution', 'explanation'],
  kind: ['kind', 'type'],
  hint: ['hint', 'hints'],
} as const;

/** Names for what an option says, and for whether it is right. */
const optionText = ['text', 'label', 'option', 'answer', 'content'];
const optionRight = ['right', 'correct', 'isCorrect', 'is_correct'];
const optionFeedback = ['feedback', 'explanation'];

/** Other names for kinds of the sheet. */
const kinds: Readonly<Record<string, string>> = {
  'multiple-choice': 'choice',
  multiple_choice: 'choice',
  multichoice: 'choice',
  mcq: 'choice',
  single: 'choice',
  multiple: 'choice',
  shortanswer: 'text',
  'short-answer': 'text',
  numerical: 'number',
  ordering: 'order',
  matching: 'match',
  essay: 'open',
};

/**
 * A question as the cells of the sheet.
 * @param first what the first option is counted as when `answer` is a number; null if the file does not tell
 * @throws {Unreadable} if options and answer do not fit together
 */
export function sheetFields(value: Fields, first: 0 | 1 | null): Record<string, string> {
  const given = named(value, names.options);
  const kind = String(named(value, names.kind) ?? '').toLowerCase();
  const plain = {
    question: word(named(value, names.question)),
    kind: kinds[kind] ?? kind,
    solution: word(named(value, names.solution)),
    hint: cellOf(named(value, names.hint)),
    id: word(value.id),
    level: word(value.level),
    objective: word(value.objective),
    tolerance: word(value.tolerance),
    unit: cellOf(value.unit),
  };
  if (!Array.isArray(given) || value.right !== undefined || value.wrong !== undefined)
    return {
      ...plain,
      right: cellOf(value.right ?? named(value, names.answer)),
      wrong: cellOf(value.wrong),
      feedback: cellOf(value.feedback),
    };
  const options = marked(given.map(optionOf), named(value, names.answer), first);
  const right = options.filter(({ isRight }) => isRight);
  const wrong = options.filter(({ isRight }) => !isRight);
  return {
    ...plain,
    kind: plain.kind === 'truefalse' || plain.kind === 'true-false' ? 'choice' : plain.kind,
    right: cellOf(right.map(({ text }) => text)),
    wrong: cellOf(wrong.map(({ text }) => text)),
    feedback: cellOf([...right, ...wrong].map(({ feedback }) => feedback)),
  };
}

/**
 * How a file counts options whose number is the answer: from 0 if one of them is 0, from 1 if one is as large as the number
 * of options; null if neither is found.
 */
export function firstIndexOf(questions: readonly unknown[]): 0 | 1 | null {
  const numbered = questions.flatMap((question) => {
    if (typeof question !== 'object' || question === null) return [];
    const fields: Fields = { ...question };
    const [options, answer] = [named(fields, names.options), named(fields, names.answer)];
    if (!Array.isArray(options) || options.some((option) => option === answer)) return [];
    return [answer].flat().map((number) => ({ number, count: options.length }));
  });
  if (numbered.some(({ number }) => number === 0)) return 0;
  return numbered.some(({ number, count }) => number === count) ? 1 : null;
}

interface MarkedOption {
  readonly text: string;
  /** Undefined if the option does not say it. */
  readonly isRight: boolean | undefined;
  readonly feedback: string;
}

function optionOf(option: unknown): MarkedOption {
  if (typeof option !== 'object' || option === null)
    return { text: word(option), isRight: undefined, feedback: '' };
  const fields: Fields = { ...option };
  const right = named(fields, optionRight);
  return {
    text: word(named(fields, optionText)),
    isRight: typeof right === 'boolean' ? right : undefined,
    feedback: word(named(fields, optionFeedback)),
  };
}

/** The options with those marked right that `answer` names by text, letter or number. */
function marked(options: readonly MarkedOption[], answer: unknown, first: 0 | 1 | null): MarkedOption[] {
  if (answer === undefined || options.some(({ isRight }) => isRight === true)) return [...options];
  const right = new Set([answer].flat().map((one) => place(options, one, first)));
  return options.map((option, at) => ({ ...option, isRight: right.has(at) }));
}

function place(options: readonly MarkedOption[], answer: unknown, first: 0 | 1 | null): number {
  const byText = options.findIndex(({ text }) => text === word(answer));
  if (byText !== -1) return byText;
  if (typeof answer === 'number' && first === null)
    throw new Unreadable(
      `The answer ${answer} may count from 0 or from 1. Write the text of the right option.`,
    );
  const at =
    typeof answer === 'number'
      ? answer - (first ?? 0)
      : /^[A-Za-z]$/.test(word(answer))
        ? word(answer).toLowerCase().charCodeAt(0) - 97
        : -1;
  if (!options[at]) throw new Unreadable(`The answer «${word(answer).slice(0, 40)}» is none of the options.`);
  return at;
}

const named = (fields: Fields, among: readonly string[]): unknown =>
  among.map((name) => fields[name]).find((value) => value !== undefined && value !== null);

/** Entries of a cell have bars between them. */
const cellOf = (value: unknown): string =>
  [value ?? '']
    .flat()
    .map((entry) => word(entry).replaceAll('|', '\\|'))
    .join('|');

const word = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
