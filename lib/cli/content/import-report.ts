import type { ImportPlan, PlannedItem, RefusedItem } from '#lib/exchange/plan-import.ts';
import type { ImportMerge } from '#lib/server/exchange/write-import.ts';

/** The items as they would be written, each below the line of its question. */
export function previewText({ items }: ImportPlan): string {
  return items
    .flatMap((item) =>
      item.outcome === 'refused' ? [] : [`{/* line ${item.place.line} */}\n\n${item.text}\n`],
    )
    .join('\n');
}

/** The report: each item as kept, changed or refused with the place and the reasons, then counts by kind. */
export function importReport(file: string, { items, notes }: ImportPlan, merge: ImportMerge | null): string {
  return [
    ...items.flatMap((item) => itemLines(file, item, merge)),
    '',
    ...countLines(items),
    ...notes,
    ...(items.length === 0 ? ['No question was found. Is the file in the format that you named?'] : []),
    ...mergeLines(merge),
  ].join('\n');
}

function itemLines(file: string, item: PlannedItem | RefusedItem, merge: ImportMerge | null): string[] {
  const at = `${file}:${item.place.line}:${item.place.column}`;
  if (item.outcome === 'refused') {
    const name = item.title ? ` «${item.title}»` : '';
    return [
      `${at}  refused  ${item.kind}${name}  ${item.reason}`,
      ...withoutData(item.source)
        .split('\n')
        .map((line) => `    | ${line}`),
    ];
  }
  const merged = merge?.outcomes.get(item.id);
  const differs =
    merged === 'differs'
      ? ['The lesson has another text for it, which stays; --replace takes the one of this file.']
      : [];
  const reasons = [...item.changes, ...differs].join(' ');
  return [`${at}  ${item.outcome}  ${item.kind}  ${item.id}${reasons && `  ${reasons}`}`];
}

/** Embedded files would fill the screen: a picture of a megabyte has more than a million characters. */
const withoutData = (source: string): string =>
  source.replace(/[A-Za-z0-9+/]{100,}={0,2}/g, ({ length }) => `(${length} characters of a file)`);

/** A table: a row for each kind, with how many are kept, changed and refused. */
export function countLines(items: ImportPlan['items']): string[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))].toSorted();
  const count = (kind: string | null, outcome: string) =>
    items.filter((item) => (kind === null || item.kind === kind) && item.outcome === outcome).length;
  const row = (name: string, kind: string | null) =>
    [name, ...['kept', 'changed', 'refused'].map((outcome) => String(count(kind, outcome)))] as const;
  const rows = [
    ['kind', 'kept', 'changed', 'refused'] as const,
    ...kinds.map((kind) => row(kind, kind)),
    row('all', null),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(
    ([name, ...cells]) => `${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(7)).join('  ')}`,
  );
}

function mergeLines(merge: ImportMerge | null): string[] {
  if (!merge) return [];
  const outcomes = [...merge.outcomes.values()];
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const files = merge.files.filter(({ isChanged }) => isChanged).map(({ name }) => name);
  return [
    `${count('added')} added, ${count('replaced')} replaced, ${count('same')} the same as before, ${count('differs')} left as the lesson has them.`,
    files.length > 0 ? `Files that change: ${files.join(', ')}.` : 'No file changes.',
  ];
}

/** The object of `content import --json`; the names up to `reason` are a contract. */
export interface ImportJson {
  readonly read: number;
  readonly kept: number;
  readonly changed: number;
  readonly refused: number;
  readonly items: readonly ImportJsonItem[];
  readonly notes: readonly string[];
  /** With `--into`: what became of each item in the lesson, by its id. */
  readonly merged: Readonly<Record<string, string>> | null;
}

interface ImportJsonItem {
  /** The file. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly type: string;
  readonly status: 'kept' | 'changed' | 'refused';
  /** What was changed, or why it is refused. */
  readonly reason?: string;
  /** The id of an item that is taken over. */
  readonly id?: string;
  /** The item as it is written, or the refused question as it stands in the file. */
  readonly text: string;
}

/** The report of an import as an object for other programs. */
export function importJson(
  file: string,
  { items, notes }: ImportPlan,
  merge: ImportMerge | null,
): ImportJson {
  const count = (status: string) => items.filter(({ outcome }) => outcome === status).length;
  return {
    read: items.length,
    kept: count('kept'),
    changed: count('changed'),
    refused: count('refused'),
    items: items.map((item) => jsonItem(file, item)),
    notes,
    merged: merge && Object.fromEntries(merge.outcomes),
  };
}

function jsonItem(source: string, item: PlannedItem | RefusedItem): ImportJsonItem {
  const base = { source, ...item.place, type: item.kind };
  if (item.outcome === 'refused')
    return { ...base, status: 'refused', reason: item.reason, text: item.source };
  const reason = item.changes.length > 0 ? { reason: item.changes.join(' ') } : {};
  return { ...base, status: item.outcome, ...reason, id: item.id, text: item.text };
}
