import type { Link, Nodes, Parents, Root, Table } from 'mdast';
import type { Finding } from '#lib/lesson/lesson.ts';
import { maskCode } from '#lib/lesson/mask.ts';
import { characterAt, characterBefore } from '#lib/text/word-letters.ts';
import { codeMisreading } from './code-reading.ts';
import { whyNotFormula } from './dollar-reading.ts';
import { looseMarks, whyNotEmphasis } from './emphasis-reading.ts';
import { headingMisreading, lineMisreading } from './line-reading.ts';
import { linkTexts } from './link-reading.ts';
import { listMisreadings } from './list-reading.ts';
import type { Misreading } from './misreading.ts';
import { headMisreading, rowMisreading } from './table-reading.ts';

/** Signs on either side of emphasis that tell what it stands in. */
const nearby = 8;

/** A formula that is longer is refused anyway. */
const longestJudged = 2_000;

/** Reports text that Markdown silently reads as syntax, or leaves as it is, although its author meant the opposite. */
export function findMisreadings(file: string, tree: Root, text: string): Finding[] {
  const used = new Set<string>();
  const misreadings: Misreading[] = [];
  const withoutMarks = new Set<Nodes>();
  collectReferences(tree, used);
  visit(tree, undefined);
  const links = linkTexts(maskCode(text).masked);
  const placeAt = positionFinder(text);
  const isOfLink = ({ offset, rule }: Misreading) =>
    rule === 'link-end' && links.some((link) => placeAt(link.offset).line === placeAt(offset).line);
  return [...misreadings.filter((one) => !isOfLink(one)), ...links].map(({ offset, rule, message }) => ({
    file,
    ...placeAt(offset),
    severity: 'error',
    rule,
    message,
  }));

  function visit(node: Nodes, parent: Parents | undefined): void {
    misreadings.push(...nodeMisreadings(node, text), ...listMisreadings(node, parent, text));
    if (node.type === 'table') misreadings.push(...tableMisreadings(node));
    misreadings.push(...leftoverMark(node, parent, text));
    if (node.type === 'definition' && !used.has(node.identifier)) misreadings.push(unusedDefinition(node));
    const holdsText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    if (holdsText && !withoutMarks.has(node)) misreadings.push(...looseMarkMisreadings(node, text));
    if ('children' in node) for (const child of node.children) visit(child, node);
  }

  /** Code that a bar cuts in two leaves a backtick in both cells, which needs no further finding. */
  function tableMisreadings(table: Table): Misreading[] {
    return table.children.flatMap((row) => {
      const misreading = rowMisreading(row, table, text);
      if (misreading) for (const cell of row.children) withoutMarks.add(cell);
      return misreading ? [misreading] : [];
    });
  }
}

function nodeMisreadings(node: Nodes, text: string): Misreading[] {
  const { start = 0, end = 0 } = rangeOf(node);
  if (node.type === 'inlineMath') return formulaMisreadings(start, end, text);
  if (node.type === 'math') return formulaBlockMisreadings(start, end, text);
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
    return emphasisMisreadings(start, end, node.type === 'emphasis' ? 1 : 2, text);
  }
  if (node.type === 'link') return linkMisreadings(node, text);
  const misreading =
    node.type === 'heading'
      ? headingMisreading(node, text)
      : node.type === 'paragraph'
        ? (headMisreading(node, text) ?? lineMisreading(node, text))
        : node.type === 'code'
          ? codeMisreading(node, text)
          : undefined;
  return misreading ? [misreading] : [];
}

function formulaMisreadings(start: number, end: number, text: string): Misreading[] {
  const written = text.slice(start, end);
  const marks = /^\$+/.exec(written)?.[0].length ?? 1;
  const content = written.slice(marks, -marks).slice(0, longestJudged);
  const reason = whyNotFormula({
    marks,
    content,
    before: characterBefore(text, start),
    after: characterAt(text, end),
  });
  if (!reason) return [];
  const message = `«${excerpt(written)}» is read as a formula, ${reason}. Write \`\\$\` for a dollar sign that is text, or use \`inline code\`; words within a formula stand in \\text{…}.`;
  return [{ offset: start, rule: 'prose-dollar', message }];
}

/** A formula block starts at any line with two dollar signs and includes everything after it if nothing closes it. */
function formulaBlockMisreadings(start: number, end: number, text: string): Misreading[] {
  const lines = text.slice(start, end).split('\n');
  const [first = ''] = lines;
  const isClosed = lines.length > 1 && /^[\s>]*\$\$+\s*$/.test(lines.at(-1) ?? '');
  if (isClosed && /^\$\$+\s*$/.test(first)) return [];
  const message = isClosed
    ? `The text in the line of the first \`$$\` is not shown. Write the formula into the lines between, or \`\\$\\$\` for dollar signs that are text.`
    : 'These dollar signs start a formula that is never closed. Write `$$` on a line of its own where it ends, or `\\$\\$` for dollar signs that are text.';
  return [{ offset: start, rule: 'prose-dollar', message }];
}

function emphasisMisreadings(start: number, end: number, length: number, text: string): Misreading[] {
  const written = text.slice(start, end);
  const mark = written.slice(0, length);
  const reason = whyNotEmphasis({
    mark,
    content: written.slice(length, -length),
    before: text.slice(Math.max(0, start - nearby), start),
    after: text.slice(end, end + nearby),
  });
  if (!reason) return [];
  const [sign = ''] = mark;
  const drawn = { '*': 'emphasised', _: 'emphasised', '~': 'struck through' }[sign] ?? 'emphasised';
  const other = sign === '_' ? ` Write \`${length === 2 ? '**' : '*'}…\` for emphasis.` : '';
  const message = `«${excerpt(written)}» is ${drawn} and loses its marks, ${reason}. Write \`\\${sign}\` for a character that is text, or use \`inline code\`.${other}`;
  return [{ offset: start, rule: sign === '_' ? 'prose-underscore' : 'prose-star', message }];
}

/** A mark right before emphasis that has one mark less, as in `**bold*`. */
function leftoverMark(node: Nodes, parent: Parents | undefined, text: string): Misreading[] {
  if (node.type !== 'emphasis' && node.type !== 'strong') return [];
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const { start } = rangeOf(node);
  const character = text[start] ?? '';
  if (siblings[siblings.indexOf(node) - 1]?.type !== 'text') return [];
  if (text[start - 1] !== character || text[start - 2] === '\\') return [];
  const message = `This \`${character}\` is shown as it stands, since there are fewer marks after the text than before it. Write as many on both sides, or \`\\${character}\` for a character that is text.`;
  return [{ offset: start - 1, rule: 'emphasis-open', message }];
}

/** A bare address that goes on through the punctuation of a Chinese or Japanese sentence. */
function linkMisreadings(node: Link, text: string): Misreading[] {
  const { start, end } = rangeOf(node);
  const written = text.slice(start, end);
  const stop = written.startsWith('[') ? -1 : written.search(/[，。、；：！？」』】》]|^[^（]*）/);
  if (stop === -1) return [];
  const message = `«${excerpt(written)}» is taken for one address as far as the next space. Put a space after it, or write [words](https://…).`;
  return [{ offset: start, rule: 'link-end', message }];
}

function unusedDefinition(node: Nodes & { identifier: string }): Misreading {
  const message = `This line is not shown: it says where a link «[${node.identifier}]» leads, and there is none. Write \`\\[\` if it is text, or remove it.`;
  return { offset: rangeOf(node).start, rule: 'definition-unused', message };
}

/** Marks that Markdown left in the text of a paragraph, heading or cell. */
function looseMarkMisreadings(node: Parents, text: string): Misreading[] {
  const { start } = rangeOf(node);
  const { plain, written: whole } = textOnly(node, text);
  const written = whole.replace(gap, (found) => ' '.repeat(found.length));
  const tick = plain.indexOf('`');
  const formula = [...written.matchAll(lostFormula)].slice(0, 1);
  const lost = [
    ...written.matchAll(lostBackslash),
    ...[...written.matchAll(/\S+/g)].filter(([word]) => isHalfShown(word)),
  ].slice(0, formula.length > 0 ? 0 : 1);
  return [
    ...looseMarks(plain).map(({ offset, mark }) => ({
      offset: start + offset,
      rule: 'emphasis-open',
      message: `These \`${mark}\` are shown as they are, since Markdown sees no emphasis where a mark has a space on its inner side, or a bracket or full stop inside and a letter outside. Move the marks or add a space outside; write \`${mark.replace(/./g, '\\$&')}\` for characters that are text.`,
    })),
    ...(tick === -1
      ? []
      : [
          {
            offset: start + tick,
            rule: 'prose-backtick',
            message:
              'This backtick starts no code, since nothing closes it. Close it, or write `` \\` `` for one that is text.',
          },
        ]),
    ...formula.map(({ index, 0: brackets }) => ({
      offset: start + index,
      rule: 'prose-backslash',
      message: `«${excerpt(brackets)}» loses its backslashes. Write a formula between dollar signs, as $${brackets.slice(2, -2).trim()}$, or use \`inline code\`.`,
    })),
    ...lost.map(({ index, 0: path }) => ({
      offset: start + index,
      rule: 'prose-backslash',
      message: `«${excerpt(path)}» loses a backslash: before punctuation it is not shown, and two are shown as one. Use \`inline code\`, or write \`\\\\\` for each.`,
    })),
  ];
}

/** A gap of a text, in which a backslash before a bracket stays, or two brackets that a backslash keeps from being one. */
const gap = /\\?\[\\?\[(?:\\[|[\]]|[^[\]\n])*\]\]/g;

/** A path of a network share, or one of a drive with punctuation after a backslash. */
const lostBackslash =
  /(?<![\\\w])\\\\[\w.-]+(?:\\+[\w.$-]+)+|(?<![A-Za-z])[A-Za-z]:\\(?:[^\s\\]*\\)*?(?<=\\)(?!\\)[!-/:-@[-`{-~]\S*/g;

/** A formula between the brackets of LaTeX, which Markdown shows as plain brackets. */
const lostFormula = /\\\([^\n]{0,200}?\\\)|\\\[(?=[^\n]{0,200}?(?:=|\^|\\[A-Za-z]))[^\n]{0,200}?\\\]/g;

/** A word in which one backslash is shown and another is not, as in `\d+\.\d+`. */
const isHalfShown = (word: string): boolean =>
  /(?<!\\)\\[A-Za-z0-9]/.test(word) && /(?<!\\)\\[!-/:-@[-^{-~]/.test(word);

/** What is plain text below a node, in its places: code, formulas, tags and marks that were read are other characters. */
function textOnly(node: Parents, text: string): { plain: string; written: string } {
  const { start, end } = rangeOf(node);
  const characters = Array.from({ length: end - start }, () => ' ');
  fill(node);
  const written = characters.join('');
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
    for (let at = from; at < to; at++) characters[at - start] = isText ? (text[at] ?? '') : 'x';
  }
}

function collectReferences(node: Nodes, into: Set<string>): void {
  if (node.type === 'linkReference' || node.type === 'imageReference') into.add(node.identifier);
  if ('children' in node) for (const child of node.children) collectReferences(child, into);
}

function rangeOf({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

const excerpt = (written: string): string => {
  const line = written.replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
};

/** Line and column, both from 1, of an offset. */
function positionFinder(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
