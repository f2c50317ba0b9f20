import type { RichNode } from '#lib/text/rich.ts';

/** The text of a page from one heading to the next. */
export interface TextSection {
  /** The heading’s id in the page; null for what stands before the first heading. */
  readonly anchor: string | null;
  /** The text of the heading; empty before the first one. */
  readonly heading: string;
  readonly text: string;
}

/** Elements within a line: the words on their two sides may be one word. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'del',
  'em',
  'i',
  'kbd',
  'mark',
  's',
  'samp',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/**
 * What has no words to find: drawings and formulas, and the content of a `Reveal`, which readers open when they have
 * thought of an answer. Items are placeholders without text.
 */
const silent = new Set(['svg', 'math', 'Reveal', 'Item']);

/** A page in the sections that its headings and the titled steps of a build-up make, in their order. */
export function textSections(body: readonly RichNode[]): TextSection[] {
  const sections: { anchor: string | null; heading: string; text: string }[] = [
    { anchor: null, heading: '', text: '' },
  ];
  const visit = (nodes: readonly RichNode[]): void => {
    for (const node of nodes) {
      const section = sections.at(-1);
      if (!section) return;
      if (typeof node === 'string') {
        section.text += node;
        continue;
      }
      const [tag, props, ...children] = node;
      const heading = headingOf(node);
      if (heading) sections.push({ ...heading, text: '' });
      if (silent.has(tag) || (heading && tag !== 'Step')) continue;
      const space = inline.has(tag) ? '' : ' ';
      section.text += !heading && typeof props?.title === 'string' ? ` ${props.title}` : space;
      visit(children);
      const last = sections.at(-1);
      if (last) last.text += space;
    }
  };
  visit(body);
  return sections
    .map((section) => ({ ...section, text: oneLine(section.text) }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}

function headingOf(node: RichNode): { anchor: string; heading: string } | null {
  if (typeof node === 'string') return null;
  const [tag, props, ...children] = node;
  const { id, title } = props ?? {};
  if (typeof id !== 'string') return null;
  if (/^h[1-6]$/.test(tag)) return { anchor: id, heading: oneLine(textOf(children)) };
  return tag === 'Step' && typeof title === 'string' ? { anchor: id, heading: title } : null;
}

function textOf(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const [tag, , ...children] = node;
      return silent.has(tag) ? '' : textOf(children);
    })
    .join('');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
