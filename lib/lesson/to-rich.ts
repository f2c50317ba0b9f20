import type { Element, ElementContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { Code, FootnoteReference, Heading, Image, Link, RootContent } from 'mdast';
import type { InlineMath, Math as MathNode } from 'mdast-util-math';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type Handler, toHast } from 'mdast-util-to-hast';
import { textOf } from '#lib/item/parts.ts';
import type { Rich, RichElement, RichProps } from '#lib/text/rich.ts';
import { allowedMarkup, isForbiddenReference } from './allowed-markup.ts';
import { anchorId } from './anchors.ts';
import { diagram } from './diagram.ts';
import { formula } from './formula.ts';
import { headingId } from './heading-id.ts';
import { type Highlight, languageOf } from './highlight.ts';
import type { FootnoteNumber } from './markdown/footnotes.ts';
import { htmlTag, isHtmlTag } from './markdown/html-tags.ts';
import { imageOf } from './markdown/pictures.ts';
import type { Report } from './render-context.ts';

export interface RichTools {
  readonly highlight: Highlight;
  readonly report: Report;
  /** The number of a footnote, counted from 1 in the order of the references; undefined where it has no text. */
  footnote(reference: FootnoteReference): FootnoteNumber | undefined;
  /** The address of the site that a link of the text leads to; undefined for one that leads nowhere. */
  linkAddress(url: string): string | undefined;
  /** A picture as markup, or a link to one of another site. */
  picture(node: Image): ElementContent[];
  /** Renders one of our own components; undefined if it is refused (and reported). */
  component(element: MdxJsxFlowElement | MdxJsxTextElement): RichElement | undefined;
}

/** Converts Markdown nodes to sanitised JSON. Sanitising comes last, after everything that creates markup. */
export function toRich(nodes: readonly RootContent[], tools: RichTools): Rich {
  const slots: RichElement[] = [];
  const hast = toHast({ type: 'root', children: [...nodes] }, { handlers: handlers(tools, slots) });
  const clean = sanitize(hast.type === 'root' ? hast : { type: 'root', children: [] }, allowedMarkup);
  const made: unknown = toJsxRuntime(clean, {
    Fragment: 'fragment',
    jsx: rendered,
    jsxs: rendered,
    elementAttributeNameCase: 'react',
    stylePropertyNameCase: 'dom',
  });
  return made instanceof RenderedElement
    ? made.children.flatMap((child) => withSlotsFilled(child, slots))
    : [];
}

/** One code block as highlighted Rich, outside any text. `value` replaces the node's own. */
export function codeToRich(node: Code, value: string, tools: RichTools): Rich {
  return toRich([{ ...node, value }], tools);
}

function handlers(tools: RichTools, slots: RichElement[]): Record<string, Handler> {
  const slot = (made: RichElement | undefined): Element | undefined => {
    if (!made) return undefined;
    slots.push(made);
    return {
      type: 'element',
      tagName: 'sf-slot',
      properties: { dataSlot: String(slots.length - 1) },
      children: [],
    };
  };
  const tag: Handler = (state, node: MdxJsxFlowElement | MdxJsxTextElement) => {
    const name = node.name ?? '';
    if (name === 'img') {
      const picture = tools.picture(imageOf(node));
      return node.type === 'mdxJsxFlowElement' ? element('p', {}, picture) : picture;
    }
    return isHtmlTag(name) && name !== 'details'
      ? htmlTag(node, state.all(node), tools.linkAddress)
      : slot(tools.component(node));
  };
  return {
    code: (_state, node: Code) =>
      node.lang === 'mermaid' ? diagram(node, tools.report) : codeBlock(node, tools),
    heading: (state, node: Heading) => ({
      type: 'element',
      tagName: `h${node.depth}`,
      properties: { id: anchorId(node) ?? headingId(textOf(node)) },
      children: state.all(node),
    }),
    math: (_state, node: MathNode) => formula(node, true, tools.report),
    inlineMath: (_state, node: InlineMath) => formula(node, false, tools.report),
    table: (state, node) => ({
      type: 'element',
      tagName: 'div',
      properties: { className: ['scroll-box'], tabIndex: 0, role: 'region', ariaLabel: 'Table' },
      children: [tableElement(state.all(node))],
    }),
    tableRow: (state, node, parent) => ({
      type: 'element',
      tagName: 'tr',
      properties: {},
      children: state
        .all(node)
        .map((cell) => withTag(cell, parent?.type === 'table' && parent.children[0] === node ? 'th' : 'td')),
    }),
    tableCell: (state, node) => ({
      type: 'element',
      tagName: 'td',
      properties: {},
      children: state.all(node),
    }),
    mdxJsxFlowElement: tag,
    mdxJsxTextElement: tag,
    link: (state, node: Link) => {
      const href = tools.linkAddress(node.url);
      return href === undefined ? state.all(node) : element('a', { href }, state.all(node));
    },
    image: (_state, node: Image) => tools.picture(node),
    footnoteReference: (_state, node: FootnoteReference) => footnoteMark(tools.footnote(node)),
    footnoteDefinition: () => undefined,
    mdxFlowExpression: () => undefined,
    mdxTextExpression: () => undefined,
  };
}

/** A reference to a footnote. Each has an id of its own to come back to; the first is `fnref-1`. */
function footnoteMark(number: FootnoteNumber | undefined): ElementContent[] {
  if (!number) return [];
  const { note, reference } = number;
  const id = `fnref-${note}${reference === 1 ? '' : `-${reference}`}`;
  const link = element('a', { href: `#fn-${note}` }, [{ type: 'text', value: String(note) }]);
  return [element('sup', { id }, [link])];
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

function tableElement(rows: ElementContent[]): Element {
  const [head, ...body] = rows.filter((row) => row.type === 'element');
  return element('table', {}, [...(head ? [element('thead', {}, [head])] : []), element('tbody', {}, body)]);
}

function withTag(cell: ElementContent, tagName: string): ElementContent {
  if (cell.type !== 'element') return cell;
  return { ...cell, tagName, properties: tagName === 'th' ? { scope: 'col' } : {} };
}

function codeBlock(node: Code, tools: RichTools): Element {
  const language = languageOf(node.lang ?? 'text') ?? 'text';
  return {
    type: 'element',
    tagName: 'pre',
    properties: { className: [`lang-${language}`], tabIndex: 0 },
    children: [
      { type: 'element', tagName: 'code', properties: {}, children: tools.highlight(node.value, language) },
    ],
  };
}

/** An element before it becomes JSON; an object, since the runtime treats a single array as a list of children. */
class RenderedElement {
  readonly tag: string;
  readonly props: RichProps;
  readonly children: readonly unknown[];

  constructor(tag: string, props: RichProps, children: readonly unknown[]) {
    this.tag = tag;
    this.props = props;
    this.children = children;
  }
}

function rendered(type: unknown, { children, ...rest }: Record<string, unknown>): RenderedElement {
  const list = Array.isArray(children)
    ? children
    : children === undefined || children === null
      ? []
      : [children];
  const props = Object.entries(rest).flatMap(([name, value]) =>
    isPlain(value) && !isForbiddenReference(name, value) ? [[name, value] as const] : [],
  );
  return new RenderedElement(typeof type === 'string' ? type : 'fragment', Object.fromEntries(props), list);
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Converts to JSON, with our own components in their slots. */
function withSlotsFilled(node: unknown, slots: readonly RichElement[]): Rich {
  if (typeof node === 'string') return [node];
  if (!(node instanceof RenderedElement)) return [];
  if (node.tag === 'sf-slot') {
    const made = slots[Number(node.props['data-slot'])];
    return made ? [made] : [];
  }
  const children = node.children.flatMap((child) => withSlotsFilled(child, slots));
  return [[node.tag, Object.keys(node.props).length > 0 ? node.props : null, ...children]];
}
