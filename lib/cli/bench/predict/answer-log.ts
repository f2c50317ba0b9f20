import { chance } from '#lib/chance/chance.ts';
import { numberIn } from '#lib/csv/matrix.ts';
import { CsvError, type CsvRow } from '#lib/csv/read-csv.ts';

/** Answers in the order of the file. Students, items, skills and pairs are numbered from 0. */
export interface AnswerLog {
  readonly n: number;
  readonly students: number;
  readonly items: number;
  readonly skills: number;
  /** Pairs of a student and a skill. */
  readonly pairs: number;
  readonly student: Int32Array;
  readonly item: Int32Array;
  readonly skill: Int32Array;
  readonly pair: Int32Array;
  readonly correct: Uint8Array;
  /** The student's previous answer to this item: 0 none, 1 right, 2 wrong. */
  readonly repeat: Uint8Array;
  /** The number of skipped rows, whose answers were partly right. */
  readonly leftOut: number;
  /** The side of each student by the split column; null without that column. */
  readonly split: readonly Split[] | null;
}

export type Split = 'train' | 'test';

/** Reads a file row by row: the first is the headings, the others are answers. */
export function answerLogReader(): { addRow(row: CsvRow): void; log(): AnswerLog } {
  let answers: ReturnType<typeof collectAnswers> | undefined;
  return {
    addRow: (row) => {
      if (answers) answers.take(row);
      else answers = collectAnswers(row);
    },
    log: () => {
      if (!answers) throw new CsvError(1, 'the file is empty.');
      return answers.log();
    },
  };
}

/** Collects the answers below a row of headings. */
function collectAnswers(head: CsvRow) {
  const { width, hasSplit, read } = columnsOf(head);
  const grown = {
    student: list(),
    item: list(),
    skill: list(),
    pair: list(),
    correct: list(),
    repeat: list(),
  };
  const named = { students: numbered(), items: numbered(), skills: numbered(), pairs: numbered() };
  const split: Split[] = [];
  const last = new Map<string, number>();
  let leftOut = 0;
  const take = ({ line, cells }: CsvRow) => {
    if (cells.length !== width) {
      throw new CsvError(
        line,
        `${cells.length} cells, but ${width} headings. A cell with a comma in it needs quotes.`,
      );
    }
    const row = read(cells, line);
    if (row.correct === 'partly') {
      leftOut += 1;
      return;
    }
    const student = named.students.of(row.student);
    const item = named.items.of(row.item);
    const skill = named.skills.of(row.skill);
    const before = `${student}/${item}`;
    grown.student.push(student);
    grown.item.push(item);
    grown.skill.push(skill);
    grown.pair.push(named.pairs.of(`${student}/${skill}`));
    grown.correct.push(row.correct);
    grown.repeat.push(last.get(before) ?? 0);
    last.set(before, row.correct === 1 ? 1 : 2);
    if (hasSplit) splitOf(row.split, student, split, line);
  };
  const log = (): AnswerLog => {
    if (grown.correct.length === 0)
      throw new CsvError(head.line, 'no answer below the headings is right or wrong.');
    return {
      n: grown.correct.length,
      students: named.students.count(),
      items: named.items.count(),
      skills: named.skills.count(),
      pairs: named.pairs.count(),
      student: Int32Array.from(grown.student),
      item: Int32Array.from(grown.item),
      skill: Int32Array.from(grown.skill),
      pair: Int32Array.from(grown.pair),
      correct: Uint8Array.from(grown.correct),
      repeat: Uint8Array.from(grown.repeat),
      leftOut,
      split: hasSplit ? split : null,
    };
  };
  return { take, log };
}

const list = (): number[] => [];

const known = ['student', 'item', 'skill', 'correct', 'split'];

/** Finds the columns by their headings; without a skill column all answers share one skill. */
function columnsOf({ line, cells }: CsvRow) {
  const names = cells.map((name) => name.trim().toLowerCase());
  const columns = new Map(names.map((name, at) => [name, at]));
  const twice = known.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined)
    throw new CsvError(line, `the column "${twice}" appears twice. Remove one of the two.`);
  const missing = ['student', 'item', 'correct'].filter((name) => !columns.has(name));
  if (missing.length > 0)
    throw new CsvError(
      line,
      `there is no column "${missing.join('" and no "')}". The headings are student,item,skill,correct and, optionally, split.`,
    );
  const read = (row: readonly string[], at: number) => {
    const cell = (name: string) => row[columns.get(name) ?? -1]?.trim() ?? '';
    const [student, item, correct] = [cell('student'), cell('item'), correctIn(cell('correct'))];
    if (student === '' || item === '')
      throw new CsvError(
        at,
        `${student === '' ? 'student' : 'item'} is empty. Each answer needs a student and an item.`,
      );
    if (correct === undefined) {
      throw new CsvError(
        at,
        `correct must be 0 or 1 (or true, false), not "${cell('correct')}". Correct or remove the row.`,
      );
    }
    return { student, item, skill: cell('skill'), correct, split: cell('split').toLowerCase() };
  };
  return { width: cells.length, hasSplit: columns.has('split'), read };
}

/** Reads 0, 1, true or false; a number between 0 and 1 is a partly right answer; undefined for anything else. */
function correctIn(text: string): 0 | 1 | 'partly' | undefined {
  if (/^true$/i.test(text)) return 1;
  if (/^false$/i.test(text)) return 0;
  const number = numberIn(text);
  if (number === 0 || number === 1) return number;
  return number !== undefined && number > 0 && number < 1 ? 'partly' : undefined;
}

/** The rows of the students on one side, in order. */
export function rowsOfSide(log: AnswerLog, split: readonly Split[], side: Split): Int32Array {
  return Int32Array.from({ length: log.n }, (_, row) => row).filter(
    (row) => split[log.student[row] ?? 0] === side,
  );
}

/** Assigns each student to a side at random by the seed: one in five to test. */
export function randomSplit(students: number, seed: string): Split[] {
  const order = chance(seed).shuffle(Array.from({ length: students }, (_, student) => student));
  const tested = new Set(order.slice(0, Math.max(1, Math.round(students / 5))));
  return Array.from({ length: students }, (_, student) => (tested.has(student) ? 'test' : 'train'));
}

function splitOf(text: string, person: number, split: Split[], line: number): void {
  if (text !== 'train' && text !== 'test')
    throw new CsvError(line, `split must be train or test, not "${text}".`);
  const before = split[person];
  if (before !== undefined && before !== text) {
    throw new CsvError(
      line,
      'this student is in train and in test. Change one of the rows: a student belongs to one side.',
    );
  }
  split[person] = text;
}

function numbered(): { of(name: string): number; count(): number } {
  const numbers = new Map<string, number>();
  return {
    of: (name) => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    },
    count: () => numbers.size,
  };
}
