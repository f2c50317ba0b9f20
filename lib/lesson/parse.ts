import type { Paragraph, Parents, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { type MdxJsxTextElement, mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
import { type Fault, faultOf } from './faults.ts';
import type { Finding } from './lesson.ts';
import { overLimits } from './limits.ts';
import { maskCode } from './mask.ts';
import { findMisreadings } from './misreading/find-misreadings.ts';
import { lostLetters } from './misreading/lost-letters.ts';

export interface ParsedFile {
  readonly tree: Root;
  /** The YAML between the first two `---` lines, or null. */
  readonly frontMatter: string | null;
  readonly findings: readonly Finding[];
}

/** Most faults reported for one file; fewer for a long one, since each one costs another parse. */
const mostFaults = 60;
const rereadLimits = { characters: 400_000, lines: 20_000 } as const;

/**
 * Parses MDX without a JavaScript parser: braces are only recognised, so nothing that an author writes can run.
 * A syntax error is reported and blanked out, and the file parsed again, so that all errors are reported at once.
 */
export function parseFile(file: string, source: string): ParsedFile {
  const whole = unixText(source);
  const limitFindings = overLimits(file, whole);
  if (limitFindings.length > 0) return { tree: emptyTree, frontMatter: null, findings: limitFindings };
  const { frontMatter, body } = splitFrontMatter(whole);
  if (frontMatter === null && /^---[ \t]*\n/.test(whole)) {
    return {
      tree: emptyTree,
      frontMatter,
      findings: [{ file, line: 1, column: 1, severity: 'error', ...unclosedMatter }],
    };
  }
  const { open } = maskCode(body);
  if (open)
    return {
      tree: emptyTree,
      frontMatter,
      findings: [{ file, severity: 'error', ...open, ...unclosedFence }],
    };
  const findings = lostLetters(file, whole);
  const faultless = findings.length;
  const once = Math.max(body.length / rereadLimits.characters, body.split('\n').length / rereadLimits.lines);
  const most = Math.max(8, Math.min(mostFaults, 1 / once));
  let text = body;
  while (findings.length - faultless < most) {
    try {
      const tree = parse(text);
      return { tree, frontMatter, findings: [...findings, ...findMisreadings(file, tree, text)] };
    } catch (error) {
      const fault = faultOf(error, text);
      findings.push({ file, severity: 'error', ...fault });
      const blanked = repaired(text, fault);
      if (blanked === text) break;
      text = blanked;
    }
  }
  return { tree: emptyTree, frontMatter, findings };
}

const emptyTree: Root = { type: 'root', children: [] };

const unclosedMatter = {
  rule: 'front-matter',
  message: 'The front matter is not closed. Write --- on a line of its own after its last field.',
} as const;

const unclosedFence = {
  rule: 'fence-unclosed',
  message:
    'This fence is not closed, so all that follows would be code. Write ``` on a line of its own where the code ends.',
} as const;

function parse(text: string): Root {
  const tree = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), math(), mdxMd(), mdxExpression(), mdxJsx()],
    mdastExtensions: [
      gfmFromMarkdown(),
      mathFromMarkdown(),
      mdxExpressionFromMarkdown(),
      mdxJsxFromMarkdown(),
    ],
  });
  unravel(tree);
  return tree;
}

/** Turns tags that are alone in a paragraph, such as `<Hint>One line.</Hint>`, into blocks, as MDX does. */
function unravel(node: Parents): void {
  const children: readonly RootContent[] = node.children;
  const unravelled = children.flatMap((child): RootContent[] => {
    if (child.type !== 'paragraph') return [child];
    const parts = child.children.filter((part) => part.type !== 'text' || part.value.trim() !== '');
    const tags = parts.flatMap((part) => (part.type === 'mdxJsxTextElement' ? [part] : []));
    if (tags.length === 0 || tags.length < parts.length) return [child];
    return tags.map((tag) => ({ ...tag, type: 'mdxJsxFlowElement', children: asBlocks(tag) }));
  });
  Object.assign(node, { children: unravelled });
  for (const child of unravelled) if ('children' in child) unravel(child);
}

function asBlocks({ children, position }: MdxJsxTextElement): Paragraph[] {
  return children.length > 0 ? [{ type: 'paragraph', children, ...(position ? { position } : {}) }] : [];
}

/** The YAML of a file's front matter; null without one. */
export const frontMatterOf = (source: string): string | null =>
  splitFrontMatter(unixText(source)).frontMatter;

/** The text without a byte order mark, with `\n` as the only line end. */
function unixText(source: string): string {
  return source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Splits a file. The body keeps its line numbers: the front matter becomes empty lines. */
function splitFrontMatter(source: string): { frontMatter: string | null; body: string } {
  const found = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(source);
  if (!found) return { frontMatter: null, body: source };
  const lines = found[0].split('\n').length - 1;
  return { frontMatter: found[1] ?? '', body: '\n'.repeat(lines) + source.slice(found[0].length) };
}

/** The text without a reported fault, so that the next one is found: with quotes added or the character replaced. */
function repaired(text: string, { line, column, rule }: Fault): string {
  const lines = text.split('\n');
  const content = lines[line - 1] ?? '';
  const char = content[column - 1];
  if (rule === 'attribute-quotes') {
    const quoted = content
      .slice(column - 1)
      .replace(/=\s*(?!["'{\s])([^\s"'>]+)/g, (_whole, value) => `="${value.replace(/[“”„‘’]/g, '')}"`);
    lines[line - 1] = content.slice(0, column - 1) + quoted;
    if (lines[line - 1] !== content) return lines.join('\n');
  }
  if (char !== '<' && char !== '{') return text;
  lines[line - 1] = `${content.slice(0, column - 1)}·${content.slice(column)}`;
  return lines.join('\n');
}
