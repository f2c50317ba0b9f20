import type { Root, RootContent } from 'mdast';
import { fromMarkdown as parse } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { mayLinkTo } from '#lib/lesson/address.ts';
import { overLimits } from '#lib/lesson/limits.ts';
import { maskCode } from '#lib/lesson/mask.ts';
import { whyNotFormula } from '#lib/lesson/misreading/dollar-reading.ts';
import { type Converted, fromHtml } from './from-html.ts';
import { type OnChange, text } from './nodes.ts';

/** Parses Markdown as GitHub reads it, with formulas. Throws Unreadable for a text that would take long to parse. */
export function parseMarkdown(value: string): Root {
  const [fault] = overLimits('', value);
  if (fault) throw new Unreadable(`Line ${fault.line} of its text: ${fault.message}`);
  return parse(value, {
    extensions: [gfm({ singleTilde: false }), math()],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  });
}

/** Markdown of another system as ours: raw HTML is converted, and what has no counterpart is named. */
export function fromMarkdown(value: string): Converted {
  return cleanMarkdown(parseMarkdown(withBlanks(value)).children);
}

/** A line to be filled in, as in `the [_____] keyword`, stays one: Markdown would take two of them for emphasis. */
function withBlanks(value: string): string {
  if (!value.includes('___')) return value;
  const { masked } = maskCode(value);
  let text = '';
  let from = 0;
  for (const { 0: blank, index } of masked.matchAll(blanks)) {
    text += value.slice(from, index) + '\\_'.repeat(blank.length);
    from = index + blank.length;
  }
  return text + value.slice(from);
}

/** Three or more underscores that touch no word and are not a line of their own, which is a ruler. */
const blanks = /(?<![\w\\])(?<!^[ \t]*)_{3,}(?!\w)|(?<=^[ \t]*)_{3,}(?=[ \t]*[^\s_])(?!\w)/gm;

/** Nodes of plain Markdown without those that our texts do not have. */
export function cleanMarkdown(nodes: readonly RootContent[]): Converted {
  const changes = new Set<string>();
  const clean = nodes.flatMap((node) => cleaned(node, (change) => changes.add(change)));
  return { nodes: clean, changes: [...changes] };
}

function cleaned(node: RootContent, onChange: OnChange, isInLine = false): RootContent[] {
  switch (node.type) {
    case 'html':
      return isInLine ? inlineTag(node.value, onChange) : htmlBlock(node.value, onChange);
    case 'heading':
      return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }];
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'imageReference':
    case 'yaml':
      onChange(`Left out: ${node.type}.`);
      return [];
    case 'linkReference':
      onChange('A link by reference became text.');
      return node.children.flatMap((child) => cleaned(child, onChange, true));
    case 'link':
      if (mayLinkTo(node.url) && !node.url.startsWith('#')) break;
      onChange(`A link to ${node.url.slice(0, 80)} became text; lessons link to https.`);
      return node.children.flatMap((child) => cleaned(child, onChange, true));
    case 'inlineMath':
      return isFormula(node.value) ? [node] : [text(`$${node.value}$`)];
    case 'text':
      return [text(node.value.replace(/\s*\n\s*/g, ' '))];
  }
  if (!('children' in node)) return [node];
  const children: readonly RootContent[] = node.children;
  const isLine = isInLine || node.type === 'paragraph' || node.type === 'tableCell';
  const clean = children.flatMap((child) => cleaned(child, onChange, isLine));
  return [Object.assign({ ...node }, { children: clean })];
}

/** Elsewhere a dollar sign may be just one, as in `$HOME and $PATH`. */
const isFormula = (content: string): boolean =>
  whyNotFormula({ marks: 1, content, before: ' ', after: ' ' }) === undefined;

function htmlBlock(html: string, onChange: OnChange): RootContent[] {
  const { nodes, changes } = fromHtml(html);
  for (const change of changes) onChange(change);
  return [...nodes];
}

/** Within a line, Markdown parts tags from their content, which stays. */
function inlineTag(html: string, onChange: OnChange): RootContent[] {
  if (/^<br\s*\/?>$/i.test(html)) return [{ type: 'break' }];
  const name = /^<\/?([a-z][\w-]*)/i.exec(html)?.[1]?.toLowerCase();
  if (name === undefined) return [];
  // `Box<T>` in prose: nobody means a tag.
  if (!htmlNames.has(name)) return [text(html)];
  onChange(`The tag <${name}> was left out.`);
  return [];
}

const htmlNames = new Set(
  'a abbr b bdi bdo big blockquote body button center cite code dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark meta nav ol p picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead title tr tt u ul var video'.split(
    ' ',
  ),
);
