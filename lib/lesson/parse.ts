import type { Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
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
import { splitFrontMatter, unixText } from './front-matter-text.ts';
import type { Finding } from './lesson.ts';
import { overLimits } from './limits.ts';
import type { EditedText, Place } from './markdown/edits.ts';
import { keepBrackets } from './markdown/kept-brackets.ts';
import { readableText } from './markdown/readable.ts';
import { maskCode } from './mask.ts';
import { headFault } from './mending/head.ts';
import { mendText } from './mending/mend.ts';
import { findMisreadings } from './misreading/find-misreadings.ts';
import { lostLetters } from './misreading/lost-letters.ts';
import { readOthers } from './other-tools/read-others.ts';

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
  const start = frontMatter === null ? headFault(whole) : undefined;
  if (start) return { tree: emptyTree, frontMatter, findings: [{ file, severity: 'error', ...start }] };
  const others = readOthers(body);
  // Boxes of other tools become tags, which may be as deep as tags that were written as such.
  const deep = others.text === body ? [] : overLimits(file, others.text);
  if (deep.length > 0) {
    const findings = deep.map((found) => ({ ...found, ...others.sourcePlace(found) }));
    return { tree: emptyTree, frontMatter, findings };
  }
  const readable = readableText(others.text);
  const sourcePlace = (place: Place): Place => others.sourcePlace(readable.sourcePlace(place));
  const inSource = <F extends Place>(found: F): F => ({ ...found, ...sourcePlace(found) });
  const mended = mendText(readable.text);
  const { open } = maskCode(mended.text);
  if (open)
    return {
      tree: emptyTree,
      frontMatter,
      findings: [{ file, severity: 'error', ...inSource(open), ...unclosedFence }],
    };
  const findings = [
    ...lostLetters(file, whole),
    ...others.findings.map((finding) => ({ file, ...finding })),
    ...mended.faults.map((fault): Finding => ({ file, severity: 'error', ...inSource(fault) })),
  ];
  const faultless = findings.length;
  const once = Math.max(body.length / rereadLimits.characters, body.split('\n').length / rereadLimits.lines);
  const most = Math.max(2, Math.min(mostFaults, 1 / once));
  let { text } = mended;
  while (findings.length - faultless < most) {
    try {
      const tree = parse(text);
      const misreadings = findMisreadings(file, tree, text).map(inSource);
      moveToSource(tree, sourcePlace);
      return { tree, frontMatter, findings: [...findings, ...misreadings] };
    } catch (error) {
      const fault = faultOf(error, text);
      findings.push({ file, severity: 'error', ...inSource(fault) });
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
  keepBrackets(tree, text);
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

/** Gives every node and attribute the place in what the author wrote. */
function moveToSource(node: Nodes, sourcePlace: EditedText['sourcePlace']): void {
  const attributes = 'attributes' in node ? node.attributes : [];
  for (const { position } of [node, ...attributes]) {
    for (const point of position ? [position.start, position.end] : [])
      Object.assign(point, sourcePlace(point));
  }
  if ('children' in node) for (const child of node.children) moveToSource(child, sourcePlace);
}

function asBlocks({ children, position }: MdxJsxTextElement): Paragraph[] {
  return children.length > 0 ? [{ type: 'paragraph', children, ...(position ? { position } : {}) }] : [];
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
  lines[line - 1] = `${content.slice(0, column - 1)}¤${content.slice(column)}`;
  return lines.join('\n');
}
