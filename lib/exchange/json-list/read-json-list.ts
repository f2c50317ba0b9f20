import { type Entry, type Reading, refused } from '#lib/exchange/question.ts';
import { columnsOf, readSheetRow, sheetColumns } from '#lib/exchange/sheet/sheet-row.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { firstIndexOf, sheetFields } from './json-question.ts';
import { depthOffset, objectOffsets } from './object-offsets.ts';

/** Names under which a list of questions may stand in an object. */
const listNames = ['questions', 'items', 'bank', 'quiz'] as const;

const columns = columnsOf(sheetColumns) ?? new Map();

/**
 * Reads JSON: a list of questions, or an object with the list as `questions`. A question has the fields of the sheet
 * (`question`, `right`, `wrong` …), or `options` and `answer` as other systems write them.
 */
export function readJsonList(text: string): Reading {
  const parsed = parse(text);
  if ('fault' in parsed) return { entries: [parsed.fault], notes: [] };
  const { list, name } = listIn(parsed.value);
  if (!list)
    return {
      entries: [],
      notes: [`There is no list of questions. Write [ … ] or {"questions": [ … ]}.`],
    };
  const lines = linesOf(text, objectOffsets(text, name));
  const first = firstIndexOf(list);
  let objects = 0;
  const entries = list.map((value) => {
    const line = isRecord(value) ? (lines[objects++] ?? 1) : 1;
    return readQuestion(value, line, first);
  });
  return { entries, notes: [] };
}

function readQuestion(value: unknown, line: number, first: 0 | 1 | null): Entry {
  const source = JSON.stringify(value, null, 2);
  const from = { place: { line, column: 1 }, source, title: '', kind: 'question' };
  if (!isRecord(value)) return refused({ ...from, reason: 'A question is an object with `question`.' });
  try {
    const fields = sheetFields(value, first);
    const entry = readSheetRow({ line, cells: sheetColumns.map((name) => fields[name] ?? '') }, columns);
    return entry.ok
      ? { ok: true, question: { ...entry.question, source } }
      : refused({ ...entry.refusal, source });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refused({ ...from, reason: error.message });
  }
}

function listIn(value: unknown): { list: readonly unknown[] | undefined; name: string | null } {
  if (Array.isArray(value)) return { list: value, name: null };
  if (!isRecord(value)) return { list: undefined, name: null };
  const name = listNames.find((one) => Array.isArray(value[one])) ?? null;
  const list = name === null ? undefined : value[name];
  return { list: Array.isArray(list) ? list : undefined, name };
}

/** Deeper lists and objects are no questions, and could not be shown again. */
const deepest = 100;

function parse(text: string): { readonly value: unknown } | { readonly fault: Entry } {
  const deep = depthOffset(text, deepest);
  if (deep !== undefined) {
    const reason = `Here more than ${deepest} lists and objects stand within one another, so this is no list of questions.`;
    return { fault: refusedFile(text, deep, reason) };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const at = Number(/position (\d+)/.exec(said)?.[1] ?? (/end of JSON/.test(said) ? text.length : 0));
    const reason =
      'This is no JSON from here on. Look for a missing comma, quote or bracket, or one too many.';
    return { fault: refusedFile(text, at, reason) };
  }
}

function refusedFile(text: string, at: number, reason: string): Entry {
  const before = text.slice(0, at).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const source = text.split('\n')[place.line - 1]?.slice(0, 200) ?? '';
  return refused({ place, source, title: '', kind: 'file', reason });
}

/** The line of each offset, which increase. */
function linesOf(text: string, offsets: readonly number[]): number[] {
  let line = 1;
  let from = 0;
  return offsets.map((offset) => {
    for (let at = text.indexOf('\n', from); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
      line += 1;
      from = at + 1;
    }
    return line;
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
