import type { PhrasingContent, RootContent, Table } from 'mdast';
import type { Markdown } from '#lib/exchange/question.ts';
import { escapeXml } from '#lib/exchange/xml/elements.ts';

/** Markdown as HTML for other systems. Formulas are written as TeX between `\( \)` or `$$ $$`, as MathJax reads them. */
export function toHtml(nodes: Markdown): string {
  return nodes.map(blockHtml).join('');
}

/** A text that is one paragraph without the tags of that. */
export function toLineHtml(nodes: Markdown): string {
  const [only, ...others] = nodes;
  return only?.type === 'paragraph' && others.length === 0 ? inlineHtml(only.children) : toHtml(nodes);
}

function blockHtml(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inlineHtml(node.children)}</p>`;
    case 'heading':
      return `<p><strong>${inlineHtml(node.children)}</strong></p>`;
    case 'code':
      return `<pre><code class="language-${escapeXml(node.lang ?? 'text')}">${escapeXml(node.value)}</code></pre>`;
    case 'math':
      return `<p>$$${escapeXml(node.value)}$$</p>`;
    case 'list': {
      const tag = node.ordered ? 'ol' : 'ul';
      const start = node.ordered && node.start && node.start !== 1 ? ` start="${node.start}"` : '';
      return `<${tag}${start}>${node.children.map(({ children }) => `<li>${toLineHtml(children)}</li>`).join('')}</${tag}>`;
    }
    case 'blockquote':
      return `<blockquote>${toHtml(node.children)}</blockquote>`;
    case 'table':
      return tableHtml(node);
    case 'thematicBreak':
      return '<hr>';
    default:
      return '';
  }
}

function tableHtml({ children: rows }: Table): string {
  const row = (at: number, tag: string) =>
    `<tr>${(rows[at]?.children ?? []).map((cell) => `<${tag}>${inlineHtml(cell.children)}</${tag}>`).join('')}</tr>`;
  const body = rows.slice(1).map((_row, at) => row(at + 1, 'td'));
  return `<table><thead>${row(0, 'th')}</thead><tbody>${body.join('')}</tbody></table>`;
}

function inlineHtml(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return textHtml(node.value);
        case 'emphasis':
          return `<em>${inlineHtml(node.children)}</em>`;
        case 'strong':
          return `<strong>${inlineHtml(node.children)}</strong>`;
        case 'delete':
          return `<del>${inlineHtml(node.children)}</del>`;
        case 'inlineCode':
          return `<code>${escapeXml(node.value)}</code>`;
        case 'inlineMath':
          return `\\(${escapeXml(node.value)}\\)`;
        case 'break':
          return '<br>';
        case 'link':
          return `<a href="${escapeXml(node.url)}">${inlineHtml(node.children)}</a>`;
        default:
          return '';
      }
    })
    .join('');
}

/** What MathJax would take for the marks of a formula is parted by an element. */
const textHtml = (value: string): string =>
  escapeXml(value)
    .replace(/\\(?=[()[\]])/g, '<span>\\</span>')
    .replace(/\$(?=\$)/g, '<span>$$</span>');

/** Whether a text is paragraphs of plain words, so that nothing is lost without marks. */
export function isPlain(nodes: Markdown): boolean {
  return nodes.every(
    (node) =>
      node.type === 'paragraph' && node.children.every(({ type }) => type === 'text' || type === 'break'),
  );
}

/** Plain text: a line for each block, code as it is. */
export function toPlain(nodes: Markdown): string {
  return nodes.map(blockPlain).join('\n');
}

function blockPlain(node: RootContent): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isLine = ['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'].includes(
    node.type,
  );
  return node.children.map(blockPlain).join(isLine ? '' : node.type === 'tableRow' ? ' ; ' : '\n');
}
