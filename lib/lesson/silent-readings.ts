import type { Link, Nodes, Parents, Root, Table } from 'mdast';
import { signAt, signBefore } from '#lib/text/word-letters.ts';
import { dollarDoubt } from './dollar-reading.ts';
import type { Doubt } from './doubt.ts';
import { emphasisDoubt, looseMarks } from './emphasis-reading.ts';
import type { Finding } from './lesson.ts';
import { headingDoubt, lineDoubt } from './line-reading.ts';
import { listDoubts } from './list-reading.ts';
import { headDoubt, rowDoubt } from './table-reading.ts';

/** Signs on either side of emphasis that tell what it stands in. */
const nearby = 8;

/** A formula that is longer is refused anyway. */
const longestJudged = 2_000;

/** What Markdown takes for syntax, or leaves as signs, without a word, so that learners would read something else. */
export function silentReadings(file: string, tree: Root, text: string): Finding[] {
  const used = new Set<string>();
  const doubts: Doubt[] = [];
  const withoutMarks = new Set<Nodes>();
  collectReferences(tree, used);
  visit(tree, undefined);
  const placeAt = placesIn(text);
  return doubts.map(({ offset, rule, message }) => ({
    file,
    ...placeAt(offset),
    severity: 'error',
    rule,
    message,
  }));

  function visit(node: Nodes, parent: Parents | undefined): void {
    doubts.push(...nodeDoubts(node, text), ...listDoubts(node, parent, text));
    if (node.type === 'table') doubts.push(...tableDoubts(node));
    doubts.push(...leftoverMark(node, parent, text));
    if (node.type === 'definition' && !used.has(node.identifier)) doubts.push(unused(node));
    const holdsText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    if (holdsText && !withoutMarks.has(node)) doubts.push(...markDoubts(node, text));
    if ('children' in node) for (const child of node.children) visit(child, node);
  }

  /** What was cut in two by a bar has a loose backtick on either side, which need no finding of their own. */
  function tableDoubts(table: Table): Doubt[] {
    return table.children.flatMap((row) => {
      const doubt = rowDoubt(row, table, text);
      if (doubt) for (const cell of row.children) withoutMarks.add(cell);
      return doubt ? [doubt] : [];
    });
  }
}

function nodeDoubts(node: Nodes, text: string): Doubt[] {
  const { start = 0, end = 0 } = rangeOf(node);
  if (node.type === 'inlineMath') return dollars(start, end, text);
  if (node.type === 'math') return formulaBlock(start, end, text);
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
    return emphasis(start, end, node.type === 'emphasis' ? 1 : 2, text);
  }
  if (node.type === 'link') return linkDoubts(node, text);
  const doubt =
    node.type === 'heading'
      ? headingDoubt(node, text)
      : node.type === 'paragraph'
        ? (headDoubt(node, text) ?? lineDoubt(node, text))
        : undefined;
  return doubt ? [doubt] : [];
}

function dollars(start: number, end: number, text: string): Doubt[] {
  const written = text.slice(start, end);
  const marks = /^\$+/.exec(written)?.[0].length ?? 1;
  const content = written.slice(marks, -marks).slice(0, longestJudged);
  const reason = dollarDoubt({ marks, content, before: signBefore(text, start), after: signAt(text, end) });
  if (!reason) return [];
  const message = `«${shown(written)}» is read as a formula, ${reason}. Write \`\\$\` for a dollar sign that is text, or use \`inline code\`; words within a formula stand in \\text{…}.`;
  return [{ offset: start, rule: 'prose-dollar', message }];
}

/** A block begins at any line with two dollar signs and swallows all that follows when nothing closes it. */
function formulaBlock(start: number, end: number, text: string): Doubt[] {
  const lines = text.slice(start, end).split('\n');
  const [first = ''] = lines;
  const isClosed = lines.length > 1 && /^[\s>]*\$\$+\s*$/.test(lines.at(-1) ?? '');
  if (isClosed && /^\$\$+\s*$/.test(first)) return [];
  const message = isClosed
    ? `What stands in the line of the first \`$$\` is not shown. Write the formula into the lines between, or \`\\$\\$\` for dollar signs that are text.`
    : 'These dollar signs begin a formula that nothing closes. Write `$$` on a line of its own where it ends, or `\\$\\$` for dollar signs that are text.';
  return [{ offset: start, rule: 'prose-dollar', message }];
}

function emphasis(start: number, end: number, length: number, text: string): Doubt[] {
  const written = text.slice(start, end);
  const mark = written.slice(0, length);
  const reason = emphasisDoubt({
    mark,
    content: written.slice(length, -length),
    before: text.slice(Math.max(0, start - nearby), start),
    after: text.slice(end, end + nearby),
  });
  if (!reason) return [];
  const [sign = ''] = mark;
  const drawn = { '*': 'emphasised', _: 'emphasised', '~': 'struck through' }[sign] ?? 'emphasised';
  const other = sign === '_' ? ` Write \`${length === 2 ? '**' : '*'}…\` for emphasis.` : '';
  const message = `«${shown(written)}» is ${drawn} and loses its marks, ${reason}. Write \`\\${sign}\` for a sign that is text, or use \`inline code\`.${other}`;
  return [{ offset: start, rule: sign === '_' ? 'prose-underscore' : 'prose-star', message }];
}

/** A mark right before emphasis that has one mark less, as in `**bold*`. */
function leftoverMark(node: Nodes, parent: Parents | undefined, text: string): Doubt[] {
  if (node.type !== 'emphasis' && node.type !== 'strong') return [];
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const { start } = rangeOf(node);
  const sign = text[start] ?? '';
  if (siblings[siblings.indexOf(node) - 1]?.type !== 'text') return [];
  if (text[start - 1] !== sign || text[start - 2] === '\\') return [];
  const message = `This \`${sign}\` is shown as it stands, since there are fewer marks after the text than before it. Write as many on both sides, or \`\\${sign}\` for a sign that is text.`;
  return [{ offset: start - 1, rule: 'emphasis-open', message }];
}

/** A bare address that goes on through the punctuation of a Chinese or Japanese sentence. */
function linkDoubts(node: Link, text: string): Doubt[] {
  const { start, end } = rangeOf(node);
  const written = text.slice(start, end);
  const stop = written.startsWith('[') ? -1 : written.search(/[，。、；：！？」』】》]|^[^（]*）/);
  if (stop === -1) return [];
  const message = `«${shown(written)}» is taken for one address as far as the next blank. Put a blank behind its end, or write [words](https://…).`;
  return [{ offset: start, rule: 'link-end', message }];
}

function unused(node: Nodes & { identifier: string }): Doubt {
  const message = `This line is not shown: it says where a link «[${node.identifier}]» leads, and there is none. Write \`\\[\` if it is text, or remove it.`;
  return { offset: rangeOf(node).start, rule: 'definition-unused', message };
}

/** Marks that are left in the text of a paragraph, heading or cell. */
function markDoubts(node: Parents, text: string): Doubt[] {
  const { start } = rangeOf(node);
  const { plain, written } = textOnly(node, text);
  const tick = plain.indexOf('`');
  const lost = [
    ...written.matchAll(lostBackslash),
    ...written.matchAll(lostFormula),
    ...[...written.matchAll(/\S+/g)].filter(([word]) => isHalfShown(word)),
  ].slice(0, 1);
  return [
    ...looseMarks(plain).map(({ offset, mark }) => ({
      offset: start + offset,
      rule: 'emphasis-open',
      message: `These \`${mark}\` are shown as they stand, since Markdown sees no emphasis where a mark has a blank on its inner side, or a bracket or stop inside and a letter outside. Move the marks or add a blank outside; write \`${mark.replace(/./g, '\\$&')}\` for signs that are text.`,
    })),
    ...(tick === -1
      ? []
      : [
          {
            offset: start + tick,
            rule: 'prose-backtick',
            message:
              'This backtick begins no code, since nothing closes it. Close it, or write `` \\` `` for one that is text.',
          },
        ]),
    ...lost.map(({ index, 0: path }) => ({
      offset: start + index,
      rule: 'prose-backslash',
      message: `«${shown(path)}» loses a backslash: before a sign it is not shown, and two are shown as one. Use \`inline code\`, or write \`\\\\\` for each.`,
    })),
  ];
}

/** A path of a network share, or one of a drive with a sign after a backslash. */
const lostBackslash =
  /(?<![\\\w])\\\\[\w.-]+(?:\\+[\w.$-]+)+|(?<![A-Za-z])[A-Za-z]:\\(?:[^\s\\]*\\)*?(?<=\\)(?!\\)[!-/:-@[-`{-~]\S*/g;

/** A formula between the brackets of LaTeX, which Markdown shows as plain brackets. */
const lostFormula = /\\\([^\n]{0,200}?\\\)|\\\[(?=[^\n]{0,200}?(?:=|\^|\\[A-Za-z]))[^\n]{0,200}?\\\]/g;

/** A word in which one backslash is shown and another is not, as in `\d+\.\d+`. */
const isHalfShown = (word: string): boolean =>
  /(?<!\\)\\\w/.test(word) && /(?<!\\)\\[!-/:-@[-^{-~]/.test(word);

/** What is plain text below a node, in its places: code, formulas, tags and marks that were read are other signs. */
function textOnly(node: Parents, text: string): { plain: string; written: string } {
  const { start, end } = rangeOf(node);
  const signs = Array.from({ length: end - start }, () => ' ');
  fill(node);
  const written = signs.join('');
  return { plain: written.replace(/\\[!-/:-@[-`{-~]/g, 'xx'), written };

  function fill(parent: Parents): void {
    for (const child of parent.children) {
      const { start: from, end: to } = rangeOf(child);
      if (!('children' in child)) put(from, to, child.type === 'text');
      else {
        const [first, last] = [child.children[0], child.children.at(-1)];
        put(from, first ? rangeOf(first).start : to, false);
        if (last) put(rangeOf(last).end, to, false);
        fill(child);
      }
    }
  }

  function put(from: number, to: number, isText: boolean): void {
    for (let at = from; at < to; at++) signs[at - start] = isText ? (text[at] ?? '') : 'x';
  }
}

function collectReferences(node: Nodes, into: Set<string>): void {
  if (node.type === 'linkReference' || node.type === 'imageReference') into.add(node.identifier);
  if ('children' in node) for (const child of node.children) collectReferences(child, into);
}

function rangeOf({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

const shown = (written: string): string => {
  const line = written.replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
};

/** Line and column, both from 1, of an offset. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
