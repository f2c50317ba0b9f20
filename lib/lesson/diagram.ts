import { renderMermaidSVG } from 'beautiful-mermaid';
import type { Element } from 'hast';
import type { Code } from 'mdast';
import { undrawn } from './diagram-line.ts';
import { htmlElements } from './html-elements.ts';
import { RecentResults } from './recent-results.ts';
import type { Report } from './render-context.ts';

/** Lines of Mermaid that set colours, links or scripts; the theme sets the colours, and links belong in the text. */
const directive = /^\s*(?:%%\{|(?:style|classDef|class|linkStyle|click|links?)\s+[\w,]+[\s:]|.*:::)/;

/** Longer diagrams are hard to read and slow to lay out. */
const mostDiagramLines = 60;

/** In one line, each node before an arrow is joined to each one after it. */
const mostAmpersands = 8;
const longestDiagramLine = 300;

/** Their layout takes longer than everything else in a file. */
const drawings = new RecentResults<string>(200);

/** What is wrong with one line of a diagram; the renderer ignores lines that it cannot read. */
function diagramFault(line: string, kind: string): string | undefined {
  if (directive.test(line))
    return 'is not possible: the theme sets the colours, and links belong in the text. Remove this line.';
  if (line.length > longestDiagramLine)
    return `has ${line.length} characters; ${longestDiagramLine} at most. Break it into several lines.`;
  if (line.split('&').length - 1 > mostAmpersands)
    return `joins more than ${mostAmpersands + 1} boxes at once. Write an arrow for each.`;
  return undrawn(line, kind);
}

/** The kind of diagram, by its first line. */
function kindOf(source: string): string {
  if (/^\s*(?:graph|flowchart)\b/.test(source)) return 'flow';
  if (/^\s*sequenceDiagram\b/.test(source)) return 'sequence';
  return /^\s*stateDiagram\b/.test(source) ? 'state' : 'other';
}

/** A Mermaid fence as inline SVG without its style sheet, so that both colour themes work. */
export function diagram(node: Code, report: Report): Element {
  const lines = node.value.split('\n');
  const kind = kindOf(node.value);
  for (const [index, line] of lines.entries()) {
    const fault = diagramFault(line, kind);
    const start = node.position?.start;
    const place = start && { line: start.line + 1 + index, column: start.column + line.search(/\S/) };
    if (fault)
      report(
        place && { position: { start: place, end: place } },
        'diagram',
        `«${line.trim().slice(0, 30)}» ${fault}`,
      );
  }
  if (lines.length > mostDiagramLines)
    report(
      node,
      'diagram',
      `This diagram has ${lines.length} lines; ${mostDiagramLines} at most. Split it, or leave out what is not needed.`,
    );
  let svg = '';
  const plain = lines
    .slice(0, mostDiagramLines)
    .filter((line) => !directive.test(line) && line.length <= longestDiagramLine)
    .filter((line) => line.split('&').length - 1 <= mostAmpersands)
    .join('\n');
  try {
    const arrow = `arrows-${asciiWords(textAlternative(plain))}`;
    svg = drawings
      .get(plain, () => renderMermaidSVG(plain, { transparent: true, padding: 4 }))
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replaceAll('arrowhead', arrow);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    report(
      node,
      'diagram',
      `This diagram cannot be drawn: ${reason}. Use graph LR, graph TD, sequenceDiagram or stateDiagram-v2.`,
    );
  }
  const parts = htmlElements(svg).map((child) =>
    child.type === 'element' && child.tagName === 'svg'
      ? {
          ...child,
          properties: {
            ...child.properties,
            style: undefined,
            role: 'img',
            ariaLabel: textAlternative(plain),
          },
        }
      : child,
  );
  return { type: 'element', tagName: 'figure', properties: { className: ['diagram'] }, children: parts };
}

/** The labels of a diagram in the order written, for screen readers. */
function textAlternative(source: string): string {
  const labels = [...source.matchAll(/[[({|]+"?([^[\](){}|"]+)"?[\])}|]+/g)].map(([, label = '']) =>
    label.trim(),
  );
  return `Diagram: ${[...new Set(labels)].join(', ') || 'see the text'}`;
}

/** A name for the ids of this diagram; `url(#…)` within SVG allows plain letters only. */
function asciiWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?!\p{M})[^\p{ASCII}]/gu, (character) => `u${character.codePointAt(0)?.toString(16)}`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
