import type { CsvRow } from '#lib/csv/read-csv.ts';
import { type Gap, gapQuestion, placeholder } from '#lib/exchange/gaps.ts';
import { fromHtml } from '#lib/exchange/markdown/from-html.ts';
import { fromPlain } from '#lib/exchange/markdown/from-plain.ts';
import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import { type Entry, type Markdown, noExtras } from '#lib/exchange/question.ts';
import { readEntry } from '#lib/exchange/read-entry.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';

/** What the first lines of an Anki export say: `#html:true`, `#tags column:3`, `#guid column:1`. */
interface AnkiHead {
  readonly isHtml: boolean;
  readonly guid: number | null;
  readonly tags: number | null;
  /** Columns that are no field of a note. */
  readonly others: ReadonlySet<number>;
}

/** Rows of two fields as cards: what is asked, and its other side. */
export function readCards(rows: readonly CsvRow[], heads: readonly string[]): Entry[] {
  const head = ankiHead(heads);
  return rows.map((row) => readCard(row, head));
}

function ankiHead(lines: readonly string[]): AnkiHead {
  const column = (name: string): number | null => {
    const found = lines.map((line) => new RegExp(`^#${name} column:(\\d+)`).exec(line)?.[1]).find(Boolean);
    return found ? Number(found) - 1 : null;
  };
  const [guid, tags] = [column('guid'), column('tags')];
  const others = [guid, tags, column('notetype'), column('deck')].flatMap((at) => at ?? []);
  return { isHtml: lines.some((line) => /^#html:true/.test(line)), guid, tags, others: new Set(others) };
}

function readCard({ line, cells }: CsvRow, head: AnkiHead): Entry {
  const fields = cells.filter((_cell, at) => !head.others.has(at));
  const from = { place: { line, column: 1 }, source: cells.join('\t'), title: '', kind: 'card' };
  return readEntry(from, () => {
    const changes = new Set<string>();
    const onChange: OnChange = (change) => {
      changes.add(change);
    };
    const [front = '', back = '', ...more] = fields;
    const extras = {
      ...noExtras,
      externalId: head.guid === null ? null : (cells[head.guid] ?? null),
      tags: head.tags === null ? [] : (cells[head.tags] ?? '').split(/\s+/).filter(Boolean),
    };
    if (/\{\{c\d+::/.test(front))
      return { ...extras, ...cloze(front, back, head, onChange), changes: [...changes] };
    if (front.trim() === '' || back.trim() === '')
      throw new Unreadable(
        'This row has one side only. A card has two columns; a sheet names them in its first row.',
      );
    if (more.some((field) => field.trim() !== '')) onChange('Fields after the second one are left out.');
    const task = { kind: 'card', back: sideOf(back, head, onChange) } as const;
    return { ...extras, prompt: sideOf(front, head, onChange), task, changes: [...changes] };
  });
}

function sideOf(field: string, { isHtml }: AnkiHead, onChange: OnChange): Markdown {
  const sound = /\[sound:[^\]]*\]/g;
  if (sound.test(field)) onChange('A sound is left out.');
  const text = field.replace(sound, '');
  if (!isHtml && !/<(?:br|b|i|div|img|p|ul|ol|li|code|pre)\b/i.test(text)) return fromPlain(text);
  const { nodes, changes } = fromHtml(text);
  changes.forEach(onChange);
  return nodes;
}

/** `{{c1::answer::hint}}` is a gap. */
function cloze(front: string, back: string, head: AnkiHead, onChange: OnChange) {
  const gaps: Gap[] = [];
  const marked = withGaps(front, (content) => {
    const [answer = '', ...hint] = content.split('::');
    if (hint.join('::')) onChange('The hint of a gap is left out.');
    gaps.push({ right: [answer.replace(/<[^<>]*>/g, '').trim()], wrong: [], isChosen: false });
    return placeholder(gaps.length - 1);
  });
  return {
    ...gapQuestion(sideOf(marked, head, onChange), gaps, onChange),
    solution: sideOf(back, head, onChange),
  };
}

/** The text with each gap up to the next `}}` replaced; one that nothing closes stays, and nothing is read twice. */
function withGaps(text: string, replacement: (content: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/\{\{c\d+::/g)) {
    if (index < from) continue;
    const end = text.indexOf('}}', index + mark.length);
    if (end === -1) break;
    parts.push(text.slice(from, index), replacement(text.slice(index + mark.length, end)));
    from = end + 2;
  }
  return parts.join('') + text.slice(from);
}
