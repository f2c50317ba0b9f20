import type { Element, ElementContent, RootContent as HastContent, Root } from 'hast';
import { fromHtml as parseHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import type { Markdown } from '#lib/exchange/question.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { toBlocks } from './html-blocks.ts';
import { withTex } from './mathml.ts';

/** A text converted from HTML, and what is no longer as it was. */
export interface Converted {
  readonly nodes: Markdown;
  readonly changes: readonly string[];
}

const longestHtml = 200_000;
const mostTags = 20_000;
const deepest = 60;

/** Elements whose content is no text of the question. */
const removed = ['script', 'style', 'template', 'noscript', 'title', 'head'];
/** Elements that are removed with what they show. */
const controls = 'form input select textarea button'.split(' ');
/** Elements without which a question may make no sense. */
const shown = 'iframe object embed video audio canvas svg math applet'.split(' ');
/** Elements that only change how a text looks, and of which Markdown has none. */
const formatting = 'u font big small mark ins center kbd samp var q cite abbr details summary'.split(' ');

const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  clobber: [],
  strip: [...removed, ...controls],
  tagNames: [...(defaultSchema.tagNames ?? []), 'u', 'font', 'big', 'small', 'mark', 'center'],
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    code: [['className', /^language-./]],
    pre: [['className', /^language-./]],
    ol: ['start'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
  },
  protocols: {},
};

/**
 * HTML as Markdown. What is not in the list of allowed elements is removed; the changes name whatever a reader could
 * miss. Throws Unreadable if the text is too long or too deep to be read safely, or shows what no text can.
 */
export function fromHtml(html: string): Converted {
  const tags = html.match(/</g)?.length ?? 0;
  if (html.length > longestHtml || tags > mostTags)
    throw new Unreadable(
      `Its HTML has ${html.length} characters and ${tags} tags; ${longestHtml} and ${mostTags} are the most.`,
    );
  const parsed = parseHtml(html, { fragment: true });
  if (depthOf(parsed) > deepest) throw new Unreadable(`Its HTML is nested more than ${deepest} deep.`);
  const tree = withTex(parsed);
  const changes = new Set(lossesIn(tree));
  const clean = sanitize(tree, schema);
  const children: ElementContent[] =
    clean.type === 'root' ? clean.children.filter((child) => child.type !== 'doctype') : [];
  const nodes = toBlocks(children, (change) => changes.add(change));
  return { nodes, changes: [...changes] };
}

/** The depth of the tree, counted without recursion, since it may be very deep. */
function depthOf(tree: Root): number {
  let level: HastContent[] = tree.children;
  for (let depth = 0; ; depth++) {
    if (level.length === 0 || depth > deepest) return depth;
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []));
  }
}

/** What sanitising takes away without a trace. */
function lossesIn(tree: Root): string[] {
  const names = new Set<string>();
  const losses: string[] = [];
  const visit = (nodes: readonly HastContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      names.add(node.tagName);
      if (isColoured(node)) losses.push('Colours are left out.');
      visit(node.children);
    }
  };
  visit(tree.children);
  const needed = [...names].filter((name) => shown.includes(name));
  if (needed.length > 0)
    throw new Unreadable(
      `It shows ${listed(needed)}, which has no counterpart. Write it as text or as a formula.`,
    );
  const gone = [...names].filter((name) => removed.includes(name) || controls.includes(name));
  const plain = [...names].filter((name) => formatting.includes(name));
  if (gone.length > 0) losses.push(`Removed: ${listed(gone)}.`);
  if (plain.length > 0) losses.push(`Formatting left out: ${listed(plain)}.`);
  return losses;
}

const listed = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(', ');

function isColoured({ properties }: Element): boolean {
  const { style, color } = properties;
  return (
    typeof color === 'string' || (typeof style === 'string' && /(^|;)\s*(background-)?color\s*:/i.test(style))
  );
}
