import { renderMermaidSVG } from 'beautiful-mermaid';
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import katex from 'katex';
import type { Code, Heading, RootContent } from 'mdast';
import type { InlineMath, Math as MathNode } from 'mdast-util-math';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type Handler, toHast } from 'mdast-util-to-hast';
import { textOf } from '#lib/item/parts.ts';
import { mayLinkTo } from './address.ts';
import type { Highlight } from './highlight.ts';
import { isLanguage } from './highlight.ts';
import type { Rich, RichElement, RichProps } from './rich.ts';

export interface RichTools {
  readonly highlight: Highlight;
  report(node: { position?: RootContent['position'] } | undefined, rule: string, message: string): void;
  /** Draws one of our own components; undefined when it was refused (and reported). */
  component(element: MdxJsxFlowElement | MdxJsxTextElement): RichElement | undefined;
}

/** Markdown nodes to sanitised JSON. Sanitising comes last, after everything that makes markup. */
export function toRich(nodes: readonly RootContent[], tools: RichTools): Rich {
  const slots: RichElement[] = [];
  const hast = toHast({ type: 'root', children: [...nodes] }, { handlers: handlers(tools, slots) });
  const clean = sanitize(hast.type === 'root' ? hast : { type: 'root', children: [] }, schema);
  const made: unknown = toJsxRuntime(clean, {
    Fragment: 'fragment',
    jsx: drawn,
    jsxs: drawn,
    elementAttributeNameCase: 'react',
    stylePropertyNameCase: 'dom',
  });
  return made instanceof Drawn ? made.children.flatMap((child) => filled(child, slots)) : [];
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
  const formula = (node: MathNode | InlineMath, displayMode: boolean): Element => {
    let html = '';
    try {
      html = katex.renderToString(node.value, {
        displayMode,
        output: 'mathml',
        trust: false,
        maxExpand: 100,
        maxSize: 10,
        strict: false,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : 'unknown';
      tools.report(
        node,
        'maths',
        `This formula cannot be set: ${reason}. For an amount of money write "USD 5".`,
      );
    }
    return {
      type: 'element',
      tagName: displayMode ? 'div' : 'span',
      properties: { className: [displayMode ? 'maths-block' : 'maths'] },
      children: elements(fromHtml(html, { fragment: true })),
    };
  };
  return {
    code: (_state, node: Code) => (node.lang === 'mermaid' ? diagram(node, tools) : codeBlock(node, tools)),
    heading: (state, node: Heading) => ({
      type: 'element',
      tagName: `h${node.depth}`,
      properties: { id: headingId(textOf(node)) },
      children: state.all(node),
    }),
    math: (_state, node: MathNode) => formula(node, true),
    inlineMath: (_state, node: InlineMath) => formula(node, false),
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
    mdxJsxFlowElement: (_state, node: MdxJsxFlowElement) => slot(tools.component(node)),
    mdxJsxTextElement: (_state, node: MdxJsxTextElement) => slot(tools.component(node)),
    footnoteReference: () => undefined,
    mdxFlowExpression: () => undefined,
    mdxTextExpression: () => undefined,
  };
}

/** Stable ids for links into a page; the prefix keeps them clear of names that scripts look up. */
export function headingId(text: string): string {
  return `s-${text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
}

function tableElement(rows: ElementContent[]): Element {
  const [head, ...body] = rows.filter((row) => row.type === 'element');
  const part = (tagName: string, children: ElementContent[]): Element => ({
    type: 'element',
    tagName,
    properties: {},
    children,
  });
  return part('table', [...(head ? [part('thead', [head])] : []), part('tbody', body)]);
}

function withTag(cell: ElementContent, tagName: string): ElementContent {
  if (cell.type !== 'element') return cell;
  return { ...cell, tagName, properties: tagName === 'th' ? { scope: 'col' } : {} };
}

function codeBlock(node: Code, tools: RichTools): Element {
  const language = node.lang && isLanguage(node.lang) ? node.lang : 'text';
  return {
    type: 'element',
    tagName: 'pre',
    properties: { className: [`lang-${language}`], tabIndex: 0 },
    children: [
      { type: 'element', tagName: 'code', properties: {}, children: tools.highlight(node.value, language) },
    ],
  };
}

/** Lines of Mermaid that set colours, links or scripts: ours sets the colours, and the text holds the links. */
const directive = /^\s*(?:%%\{|(?:style|classDef|class|linkStyle|click|links?)\s+[\w,]+[\s:]|.*:::)/;

/** A diagram of more lines cannot be taken in by eye, and is slow to lay out. */
const mostDiagramLines = 60;

/** What is wrong with one line of a diagram: the renderer passes over what it cannot read. */
function diagramFault(line: string, isFlowchart: boolean): string | undefined {
  if (directive.test(line))
    return 'is not possible: the theme sets the colours, and links stand in the text. Remove this line.';
  const count = (pattern: RegExp) => line.match(pattern)?.length ?? 0;
  const whole = count(/[[({]/g) === count(/[\])}]/g) && !/(?:--+>?|==+>|-\.->)\s*$/.test(line);
  return whole || !isFlowchart
    ? undefined
    : 'is not whole: a bracket or the end of an arrow is missing. Add it.';
}

/** A Mermaid fence as inline SVG without its style sheet: ours sets the colours, so both themes work. */
function diagram(node: Code, tools: RichTools): Element {
  const lines = node.value.split('\n');
  for (const [index, line] of lines.entries()) {
    const fault = diagramFault(line, /^\s*(?:graph|flowchart)\b/.test(node.value));
    const start = node.position?.start;
    const place = start && { line: start.line + 1 + index, column: start.column + line.search(/\S/) };
    if (fault)
      tools.report(
        place && { position: { start: place, end: place } },
        'diagram',
        `«${line.trim().slice(0, 30)}» ${fault}`,
      );
  }
  if (lines.length > mostDiagramLines)
    tools.report(
      node,
      'diagram',
      `This diagram has ${lines.length} lines; ${mostDiagramLines} at most. Split it, or leave out what is not needed.`,
    );
  let svg = '';
  const plain = lines
    .slice(0, mostDiagramLines)
    .filter((line) => !directive.test(line))
    .join('\n');
  try {
    const arrow = `arrow${headingId(spoken(plain))}`;
    svg = renderMermaidSVG(plain, { transparent: true })
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replaceAll('arrowhead', arrow);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    tools.report(
      node,
      'diagram',
      `This diagram cannot be drawn: ${reason}. Use graph LR, graph TD, sequenceDiagram or stateDiagram-v2.`,
    );
  }
  const parts = elements(fromHtml(svg, { fragment: true })).map((child) =>
    child.type === 'element' && child.tagName === 'svg'
      ? {
          ...child,
          properties: { ...child.properties, style: undefined, role: 'img', ariaLabel: spoken(plain) },
        }
      : child,
  );
  return { type: 'element', tagName: 'figure', properties: { className: ['diagram'] }, children: parts };
}

/** The labels of a diagram in the order written, for those who do not see it. */
function spoken(source: string): string {
  const labels = [...source.matchAll(/[[({|]+"?([^[\](){}|"]+)"?[\])}|]+/g)].map(([, label = '']) =>
    label.trim(),
  );
  return `Diagram: ${[...new Set(labels)].join(', ') || 'see the text'}`;
}

function elements(root: HastRoot): ElementContent[] {
  return root.children.filter((child) => child.type === 'element' || child.type === 'text');
}

const mathTags = [
  'math',
  'semantics',
  'mrow',
  'mi',
  'mn',
  'mo',
  'ms',
  'mtext',
  'mspace',
  'msup',
  'msub',
  'msubsup',
  'mfrac',
  'msqrt',
  'mroot',
  'munder',
  'mover',
  'munderover',
  'mtable',
  'mtr',
  'mtd',
  'mstyle',
  'mpadded',
  'mphantom',
  'menclose',
];
const svgTags = [
  'svg',
  'g',
  'defs',
  'marker',
  'polygon',
  'polyline',
  'line',
  'rect',
  'circle',
  'ellipse',
  'path',
  'text',
  'tspan',
  'title',
];
const svgAttributes = [
  'viewBox',
  'width',
  'height',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'd',
  'points',
  'fill',
  'stroke',
  'strokeWidth',
  'strokeDashArray',
  'strokeLineJoin',
  'strokeLineCap',
  'markerWidth',
  'markerHeight',
  'markerEnd',
  'markerStart',
  'refX',
  'refY',
  'orient',
  'transform',
  'textAnchor',
  'dominantBaseline',
  'dy',
  'dx',
  'fontSize',
  'fontWeight',
  'role',
  'ariaLabel',
];

const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  clobber: [],
  tagNames: [
    'p',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'code',
    'em',
    'strong',
    'del',
    'a',
    'hr',
    'br',
    'div',
    'span',
    'figure',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'input',
    'sf-slot',
    ...mathTags,
    ...svgTags,
  ],
  attributes: {
    a: ['href'],
    'sf-slot': ['dataSlot'],
    span: [['className', 'line', 'maths', 'katex', /^tk-/]],
    div: [['className', 'scroll-box', 'maths-block'], 'tabIndex', 'role', 'ariaLabel'],
    pre: [['className', /^lang-/], 'tabIndex'],
    figure: [['className', 'diagram']],
    ol: ['start'],
    th: ['scope'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['id']])),
    ...Object.fromEntries(
      mathTags.map((tag) => [
        tag,
        [
          'mathVariant',
          'display',
          'width',
          'height',
          'stretchy',
          'fence',
          'accent',
          'lspace',
          'rspace',
          'scriptLevel',
          'displayStyle',
          'columnAlign',
          'rowSpacing',
          'columnSpacing',
          'lineThickness',
          'minSize',
          'maxSize',
          'separator',
          'form',
        ],
      ]),
    ),
    ...Object.fromEntries(svgTags.map((tag) => [tag, svgAttributes])),
    marker: [...svgAttributes, 'id'],
  },
  protocols: { href: ['https', 'mailto'] },
  required: {},
  strip: ['script', 'style', 'annotation'],
};

/** An element on its way to JSON; an object, since the runtime takes a lone array for a list of children. */
class Drawn {
  readonly tag: string;
  readonly props: RichProps;
  readonly children: readonly unknown[];

  constructor(tag: string, props: RichProps, children: readonly unknown[]) {
    this.tag = tag;
    this.props = props;
    this.children = children;
  }
}

function drawn(type: unknown, { children, ...rest }: Record<string, unknown>): Drawn {
  const list = Array.isArray(children)
    ? children
    : children === undefined || children === null
      ? []
      : [children];
  const props = Object.entries(rest).flatMap(([name, value]) =>
    isPlain(value) && !isOutward(name, value) ? [[name, value] as const] : [],
  );
  return new Drawn(typeof type === 'string' ? type : 'fragment', Object.fromEntries(props), list);
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const paints = new Set(['fill', 'stroke', 'markerEnd', 'markerStart']);

/** A link to where lessons must not lead, or a colour that would be fetched from another page. */
function isOutward(name: string, value: string | number | boolean): boolean {
  if (name === 'href') return !mayLinkTo(String(value));
  return paints.has(name) && /url\s*\(/i.test(String(value)) && !/^url\(#[\w-]+\)$/.test(String(value));
}

/** To JSON, with our own components back where their slots stand. */
function filled(node: unknown, slots: readonly RichElement[]): Rich {
  if (typeof node === 'string') return [node];
  if (!(node instanceof Drawn)) return [];
  if (node.tag === 'sf-slot') {
    const made = slots[Number(node.props['data-slot'])];
    return made ? [made] : [];
  }
  const children = node.children.flatMap((child) => filled(child, slots));
  return [[node.tag, Object.keys(node.props).length > 0 ? node.props : null, ...children]];
}
