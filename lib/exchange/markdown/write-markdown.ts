import type { Code, List, PhrasingContent, RootContent, Table } from 'mdast';
import type { Markdown } from '#lib/exchange/question.ts';

/**
 * Writes nodes as our Markdown. Signs that Markdown or MDX would read as syntax are escaped, so that the text is shown
 * as it is.
 */
export function writeMarkdown(nodes: Markdown): string {
  return nodes
    .map(writeBlock)
    .filter((block) => block !== '')
    .join('\n\n');
}

/** The content of one line; in a cell of a table, bars are escaped and lines joined. */
export function writeLine(nodes: readonly PhrasingContent[], inCell = false): string {
  const line = escapeLineStarts(nodes.map((node) => writeInline(node, inCell)).join('')).trim();
  return inCell ? line.replace(/\\?\n/g, ' ') : line;
}

function writeBlock(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
      return writeLine(node.children);
    case 'heading':
      return writeLine([{ type: 'strong', children: node.children }]);
    case 'code':
      return writeCode(node);
    case 'math':
      return `$$\n${node.value.trim()}\n$$`;
    case 'list':
      return writeList(node);
    case 'blockquote':
      return prefixed(writeMarkdown(node.children), '> ');
    case 'table':
      return writeTable(node);
    case 'thematicBreak':
      return '***';
    default:
      return isInline(node) ? writeLine([node]) : '';
  }
}

/** The lines with a prefix; blank ones without its trailing blank. */
export function prefixed(block: string, prefix: string): string {
  return block
    .split('\n')
    .map((line) => (line ? `${prefix}${line}` : prefix.trimEnd()))
    .join('\n');
}

/** The block below a list mark: its first line follows the mark, the others are indented. */
export function hanging(mark: string, block: string): string {
  const indent = ' '.repeat(mark.length);
  return block
    .split('\n')
    .map((line, at) => (at === 0 ? `${mark}${line}`.trimEnd() : line && `${indent}${line}`))
    .join('\n');
}

export function writeCode({ lang, value }: Pick<Code, 'lang' | 'value'>): string {
  const fence = '`'.repeat(Math.max(3, longestRun(value) + 1));
  return `${fence}${lang && /^[\w+#.-]+$/.test(lang) ? lang : 'text'}\n${value}\n${fence}`;
}

function writeList({ ordered, start, children }: List): string {
  const first = start ?? 1;
  return children
    .map((entry, at) => hanging(ordered ? `${first + at}. ` : '- ', writeMarkdown(entry.children) || '\\-'))
    .join('\n');
}

function writeTable({ children: rows }: Table): string {
  const [head, ...body] = rows.map((row) => row.children.map((cell) => writeLine(cell.children, true)));
  const width = Math.max(...rows.map((row) => row.children.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`.replace(/ {2}/g, ' ');
  return [line(head ?? []), `|${'---|'.repeat(width)}`, ...body.map(line)].join('\n');
}

function writeInline(node: PhrasingContent, inCell: boolean): string {
  const within = (children: readonly PhrasingContent[]) =>
    children.map((child) => writeInline(child, inCell)).join('');
  switch (node.type) {
    case 'text':
      return escapeText(node.value, inCell);
    case 'emphasis':
      return marked('*', within(node.children));
    case 'strong':
      return marked('**', within(node.children));
    case 'delete':
      return marked('~~', within(node.children));
    case 'inlineCode':
      return writeInlineCode(inCell ? node.value.replaceAll('|', '\\|') : node.value);
    case 'inlineMath':
      return `$${inCell ? node.value.replaceAll('|', '\\|') : node.value}$`;
    case 'break':
      return '\\\n';
    case 'link':
      return `[${within(node.children).replaceAll(']', '\\]')}](${writeUrl(node.url)})`;
    case 'image':
      return `![${escapeText(node.alt ?? '', inCell)}](${writeUrl(node.url)})`;
    default:
      return '';
  }
}

/** Marks touch their text, so blanks at its ends move outside. */
function marked(mark: string, content: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)((?:.*\S)?)(\s*)$/s.exec(content) ?? [];
  return inner ? `${before}${mark}${inner}${mark}${after}` : content;
}

export function writeInlineCode(value: string): string {
  const content = value.replace(/\s*\n\s*/g, ' ');
  const mark = '`'.repeat(longestRun(content) + 1);
  const isBare = !/^`|`$|^ .* $/.test(content);
  return isBare ? `${mark}${content}${mark}` : `${mark} ${content} ${mark}`;
}

const longestRun = (value: string): number =>
  Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));

const writeUrl = (url: string): string =>
  url.replace(
    /[\s()<>\\{}`*_[\]$|]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );

/** Escapes what would be syntax anywhere in a line. */
export function escapeText(value: string, inCell = false): string {
  return value
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*{}[<$]|~(?=~)|(?<=~)~/g, '\\$&')
    .replace(/_/g, (sign, at: number, all: string) => (isWithinWord(all, at) ? sign : '\\_'))
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\bhttp(?=:\/\/)/gi, '$&\\')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/\|/g, inCell ? '\\|' : '|');
}

const isWithinWord = (value: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(value.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(value.charAt(at + 1));

/** Escapes what would be syntax at the start of a line: quotes, lists, headings, rulers, containers. */
function escapeLineStarts(content: string): string {
  return content
    .replace(/^([ \t]*)([-+>#=]|:::)/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

function isInline(node: RootContent): node is RootContent & PhrasingContent {
  return [
    'text',
    'emphasis',
    'strong',
    'delete',
    'inlineCode',
    'inlineMath',
    'break',
    'link',
    'image',
  ].includes(node.type);
}
