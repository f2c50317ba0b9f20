import type { Heading, Nodes } from 'mdast';
import { guard } from '#lib/lesson/guard.ts';
import { type Edit, edited } from '#lib/lesson/markdown/edits.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import type { Change } from './read-others.ts';
import { excerpt } from './rewriting.ts';

/** Each round reads the whole text, and reports what the faults of the one before had hidden. */
const mostRounds = 6;

interface Place {
  readonly line: number;
  readonly column: number;
  readonly rule: string;
}

/**
 * Signs of ordinary text that MDX reads as syntax, with a backslash before each: braces, `<`, dollar signs and loose
 * backticks; an address in angle brackets as a link; and headings that are underlined with `##`. It mends what the
 * checker reports, where it reports it, and nothing else.
 */
export function withRepairs(source: string): { readonly text: string; readonly changes: readonly Change[] } {
  let text = source;
  const changes: Change[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const { places, headings } = faultsOf(text);
    const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    const edits: Edit[] = [];
    for (const { line, column, rule } of places) {
      const start = (starts[line - 1] ?? 0) + column - 1;
      const edit = repair(text, start, rule);
      if (!edit || edits.some((one) => one.start === edit.start)) continue;
      edits.push(edit);
      changes.push({
        line,
        words: `${excerpt(lineFrom(text, edit), 30)} is ${rule === 'prose-backslash' ? 'a formula' : 'text'} now`,
      });
    }
    for (const heading of headings) edits.push(...underlined(text, heading, changes));
    if (edits.length === 0) break;
    text = edited(text, edits).text;
  }
  return { text, changes };
}

function faultsOf(text: string): { places: Place[]; headings: Heading[] } {
  const { tree, findings } = parseFile('', text);
  const places: Place[] = [...findings];
  guard(tree, (node, rule) => {
    const start = node?.position?.start;
    if (start) places.push({ line: start.line, column: start.column, rule });
  });
  const headings: Heading[] = [];
  collect(tree);
  return { places, headings };

  function collect(node: Nodes): void {
    const { start, end } = node.position ?? {};
    if (node.type === 'heading' && start && end && end.line > start.line) headings.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  }
}

const escaping: Readonly<Record<string, string>> = {
  expression: '{',
  'prose-brace': '{',
  'prose-less-than': '<',
  html: '<',
  'tag-stray': '<',
  'prose-dollar': '$',
  'prose-backtick': '`',
};

/** The change that makes text of what is at an offset; undefined where only its author knows what is meant. */
function repair(text: string, start: number, rule: string): Edit | undefined {
  if (rule === 'prose-backslash') return formulaAt(text, start);
  const sign = escaping[rule];
  if (sign === undefined || text[start] !== sign || text[start - 1] === '\\') return undefined;
  if (sign === '<') {
    const address = /^<((?:https?:\/\/|mailto:)[^>\s]+|[\w.+-]+@[\w.-]+)>/.exec(
      text.slice(start, start + 500),
    );
    if (address) {
      const [whole, url = ''] = address;
      const target = url.includes('@') && !url.includes(':') ? `mailto:${url}` : url;
      return { start, end: start + whole.length, text: `[${url.replace(/^mailto:/, '')}](${target})` };
    }
    if (rule !== 'prose-less-than' && !isPlaceholder(text.slice(start, start + 80))) return undefined;
  }
  // A formula block that is never closed may be anything.
  if (sign === '$' && text[start + 1] === '$') return undefined;
  return { start, end: start, text: '\\' };
}

/** A formula between the brackets of LaTeX, between dollar signs. */
function formulaAt(text: string, start: number): Edit | undefined {
  const found = /^\\\(([^\n$]{1,200}?)(?<!\\)\\\)/.exec(text.slice(start, start + 300));
  if (!found) return undefined;
  const [whole, inner = ''] = found;
  return inner.trim() === '' ? undefined : { start, end: start + whole.length, text: `$${inner.trim()}$` };
}

/** What an edit makes text of, with some of what follows in its line. */
function lineFrom(text: string, { start, end }: Edit): string {
  const [line = ''] = text.slice(start, Math.max(end, start + 12)).split('\n');
  return line;
}

/** A word in angle brackets that no page of HTML knows, as in `git show <commit>`. */
function isPlaceholder(written: string): boolean {
  const [, name = '', rest = ''] = /^<\/?([a-z][\w.-]*)([^<>\n]*)>/.exec(written) ?? [];
  return name !== '' && !rest.includes('=') && !tagsOfHtml.has(name);
}

const tagsOfHtml: ReadonlySet<string> = new Set(
  `a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
  frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee
  math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script
  search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot
  th thead time title tr track tt u ul var video wbr choice note`.split(/\s+/),
);

/** A heading made by the line below it, with `#` before its words. */
function underlined(text: string, { depth, position }: Heading, changes: Change[]): Edit[] {
  const { start, end } = position ?? {};
  const from = start?.offset ?? 0;
  const starts = start && end ? lineOffsets(text, start.line, end.line) : undefined;
  if (!start || !end || !starts || end.line !== start.line + 1) return [];
  const words = text.slice(starts.first, starts.last - 1);
  const indent = /^[ \t]*/.exec(words)?.[0] ?? '';
  if (words.trim() === '' || from < 0) return [];
  changes.push({ line: start.line, words: `${'#'.repeat(depth)} in place of the line below the heading` });
  return [{ start: starts.first, end: starts.end, text: `${indent}${'#'.repeat(depth)} ${words.trim()}` }];
}

function lineOffsets(text: string, first: number, last: number) {
  let [line, at] = [1, 0];
  const found = { first: 0, last: 0, end: text.length };
  while (line <= last) {
    if (line === first) found.first = at;
    if (line === last) found.last = at;
    const next = text.indexOf('\n', at);
    if (line === last) found.end = next === -1 ? text.length : next;
    if (next === -1) break;
    at = next + 1;
    line++;
  }
  return found;
}
