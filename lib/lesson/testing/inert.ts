/** Finds dangerous parts of compiled content by an allow-list that is independent of the compiler's. */
const text = [
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
  'kbd',
  'sup',
  'sub',
  'abbr',
  'section',
];
const maths = [
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
const drawing = [
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
const ourTags = ['Note', 'Compare', 'Before', 'After', 'Reveal', 'Step', 'Plot', 'Trace', 'Item', 'Blank'];
const tags = new Set([...text, ...maths, ...drawing, ...ourTags]);

const ourProps = new Set(['kind', 'title', 'level', 'x', 'y', 'log', 'data', 'id']);
const classes =
  /^(?:line|maths|katex|scroll-box|maths-block|diagram|footnotes|lang-[a-z]+|tk-[a-z-]+)( (?:katex|line))*$/;
const plain = new Set([
  'tabIndex',
  'role',
  'aria-label',
  'start',
  'scope',
  'type',
  'disabled',
  'checked',
  'readOnly',
  'mathvariant',
  'mathVariant',
  'display',
  'width',
  'height',
  'stretchy',
  'fence',
  'accent',
  'lspace',
  'rspace',
  'scriptlevel',
  'displaystyle',
  'columnalign',
  'rowspacing',
  'columnspacing',
  'linethickness',
  'minsize',
  'maxsize',
  'separator',
  'form',
  'viewBox',
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
  'strokeWidth',
  'strokeDasharray',
  'strokeLinejoin',
  'strokeLinecap',
  'markerWidth',
  'markerHeight',
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
]);

/** Every tag, prop and address below a compiled value that is not known to be harmless. */
export function dangers(value: unknown): string[] {
  if (Array.isArray(value)) {
    const [tag, props] = value;
    const isElement = typeof tag === 'string' && value.length >= 2 && (props === null || isRecord(props));
    return [...(isElement ? elementDangers(tag, props ?? {}) : []), ...value.flatMap(dangers)];
  }
  return isRecord(value) ? Object.values(value).flatMap(dangers) : [];
}

function elementDangers(tag: string, props: Record<string, unknown>): string[] {
  const found = tags.has(tag) ? [] : [`<${tag}>`];
  for (const [name, value] of Object.entries(props))
    if (!isHarmless(tag, name, String(value))) found.push(`<${tag} ${name}="${value}">`);
  return found;
}

function isHarmless(tag: string, name: string, value: string): boolean {
  if (ourTags.includes(tag)) return ourProps.has(name);
  if (name === 'href')
    return tag === 'a' && /^(?:https:\/\/[^\\]|mailto:|#s-|#fn(?:ref)?-\d|\/(?![/\\]))/i.test(value);
  if (name === 'id') return /^(?:s-|arrows?-|seq-|fn(?:ref)?-\d)/.test(value);
  if (name === 'className') return classes.test(value);
  if (['fill', 'stroke', 'markerEnd', 'markerStart'].includes(name))
    return !/url/i.test(value) || /^url\(#[\w-]+\)$/.test(value);
  return plain.has(name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
