import type { Element, ElementContent } from 'hast';
import type { BlockContent, ListItem, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { toPhrasing } from './html-phrasing.ts';
import { type OnChange, paragraph } from './nodes.ts';

const blockTags = new Set(
  'p div section article header footer main aside figure figcaption center ul ol li dl dt dd table blockquote pre hr h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** Block nodes of sanitised HTML. Text between blocks becomes paragraphs. */
export function toBlocks(nodes: readonly ElementContent[], onChange: OnChange): BlockContent[] {
  const blocks: BlockContent[] = [];
  let line: ElementContent[] = [];
  const endLine = (): void => {
    const tex = formulaOf(line);
    blocks.push(
      ...(tex === undefined
        ? paragraphsOf(toPhrasing(line, onChange))
        : [{ type: 'math' as const, value: tex }]),
    );
    line = [];
  };
  for (const node of nodes) {
    const isBlock = node.type === 'element' && (blockTags.has(node.tagName) || holdsBlock(node));
    if (!isBlock) {
      line.push(node);
      continue;
    }
    endLine();
    blocks.push(...blockOf(node, onChange));
  }
  endLine();
  return blocks;
}

/** Whether an element such as `<span>` has a block in it. */
const holdsBlock = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && (blockTags.has(child.tagName) || holdsBlock(child)));

function blockOf(node: Element, onChange: OnChange): BlockContent[] {
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [paragraph({ type: 'strong', children: toPhrasing(node.children, onChange) })];
    case 'pre':
      return [codeOf(node)];
    case 'ul':
    case 'ol':
      return [
        {
          type: 'list',
          ordered: node.tagName === 'ol',
          start: node.tagName === 'ol' ? Number(node.properties.start ?? 1) : null,
          spread: false,
          children: elements(node).flatMap((entry) => listItem(entry, onChange)),
        },
      ];
    case 'blockquote':
      return [{ type: 'blockquote', children: toBlocks(node.children, onChange) }];
    case 'table':
      return tableOf(node, onChange);
    case 'hr':
      return [{ type: 'thematicBreak' }];
    default:
      return toBlocks(node.children, onChange);
  }
}

const elements = (node: Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child] : []));

function listItem(entry: Element, onChange: OnChange): ListItem[] {
  const children = toBlocks(entry.tagName === 'li' ? entry.children : [entry], onChange);
  return children.length > 0 ? [{ type: 'listItem', spread: false, children }] : [];
}

function codeOf(node: Element): BlockContent {
  const inner = elements(node).find(({ tagName }) => tagName === 'code');
  const classes = [node, inner].flatMap((one) => one?.properties.className ?? []).map(String);
  const lang = classes.map((name) => /^language-(.+)$/.exec(name)?.[1]).find((name) => name !== undefined);
  return { type: 'code', lang: lang ?? 'text', value: codeText(node).replace(/^\n|\n+$/g, '') };
}

function codeText(node: ElementContent): string {
  if (node.type === 'text') return node.value.replaceAll('\u00a0', ' ');
  if (node.type !== 'element') return '';
  return node.tagName === 'br' ? '\n' : node.children.map(codeText).join('');
}

function tableOf(node: Element, onChange: OnChange): BlockContent[] {
  const rows = rowsOf(node).map((row) => elements(row).filter(({ tagName }) => /^t[dh]$/.test(tagName)));
  const full = rows.filter((cells) => cells.length > 0);
  if (full.length === 0) return toBlocks([], onChange);
  if (
    full.flat().some(({ properties }) => properties.colSpan !== undefined || properties.rowSpan !== undefined)
  )
    onChange('A table with joined cells was taken apart.');
  if (full[0]?.every(({ tagName }) => tagName === 'td'))
    onChange('A table without headings has its first row as its head.');
  const table: Table = { type: 'table', children: full.map((cells) => rowOf(cells, onChange)) };
  return [table];
}

function rowsOf(node: Element): Element[] {
  return elements(node).flatMap((child) => (child.tagName === 'tr' ? [child] : rowsOf(child)));
}

const rowOf = (cells: readonly Element[], onChange: OnChange): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: toPhrasing(cell.children, onChange) })),
});

/** A paragraph for each run of text between two doubled line breaks; none for blanks. */
function paragraphsOf(line: readonly PhrasingContent[]): BlockContent[] {
  const runs: PhrasingContent[][] = [[]];
  for (const [at, node] of line.entries()) {
    const isDoubled = node.type === 'break' && line[at + 1]?.type === 'break';
    if (isDoubled) runs.push([]);
    else runs.at(-1)?.push(node);
  }
  return runs.flatMap((run): BlockContent[] => {
    const children = trimmed(run);
    return children.length > 0 ? [paragraph(...children)] : [];
  });
}

/** The formula that is all of a paragraph; undefined if it holds anything else. */
function formulaOf(line: readonly ElementContent[]): string | undefined {
  const [only, ...others] = line;
  if (only?.type !== 'text' || others.length > 0) return undefined;
  const found = /^\s*(?:\$\$([^$]+)\$\$|\\\[((?:(?!\\\])[\s\S])+)\\\])\s*$/.exec(only.value);
  return (found?.[1] ?? found?.[2])?.trim();
}

/** Without blanks and line breaks at either end. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: RootContent | undefined) =>
    node !== undefined && (node.type === 'break' || (node.type === 'text' && node.value.trim() === ''));
  let [from, to] = [0, nodes.length];
  while (from < to && isBlank(nodes[from])) from++;
  while (to > from && isBlank(nodes[to - 1])) to--;
  return nodes.slice(from, to).map((node, at, all) => {
    if (node.type !== 'text') return node;
    const start = at === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: at === all.length - 1 ? start.trimEnd() : start };
  });
}
