import type { Heading, Link, Nodes } from 'mdast';
import { isRelative } from '#lib/lesson/address.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { type PagePlace, pageAddress } from './page-links.ts';

/** A change of one line: its number from 1, and what was done, in words for the author. */
export interface Change {
  readonly line: number;
  readonly words: string;
}

/**
 * A file as lessons have it: when it has headings with one `#`, every heading is one level deeper, and links to the files
 * of other pages are addresses of the site. All else stays as it is.
 */
export function tidied(
  text: string,
  place: PagePlace,
): { readonly text: string; readonly changes: readonly Change[] } {
  const { tree } = parseFile('', text);
  const headings: Heading[] = [];
  const links: Link[] = [];
  collect(tree);
  const lines = text.split('\n');
  const changes: Change[] = [];
  if (headings.some(({ depth }) => depth === 1)) {
    for (const { depth, position } of headings) {
      const line = position?.start.line;
      if (!line || depth === 6 || position.end.line > line) continue;
      const content = lines[line - 1] ?? '';
      lines[line - 1] = content.replace(/#+/, (marks) => `#${marks}`);
      changes.push({ line, words: `${'#'.repeat(depth)} became ${'#'.repeat(depth + 1)}` });
    }
  }
  for (const { url, position } of links) {
    const address = isRelative(url) ? pageAddress(url, place) : undefined;
    const line = position?.end.line;
    if (!address || !line) continue;
    const content = lines[line - 1] ?? '';
    if (!content.includes(`](${url}`)) continue;
    lines[line - 1] = content.replace(`](${url}`, () => `](${address}`);
    changes.push({ line, words: `${url} became ${address}` });
  }
  return { text: lines.join('\n'), changes: changes.toSorted((a, b) => a.line - b.line) };

  function collect(node: Nodes): void {
    if (node.type === 'heading') headings.push(node);
    if (node.type === 'link') links.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  }
}
