import { headingId, linkedId } from '#lib/lesson/heading-id.ts';
import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { excerpt, type Notice, type Rewriter, type Rewriting } from './rewriting.ts';

/**
 * Attributes of other tools: `{: .callout}`, `## Title {#id}`, `[words](x){:target="_blank"}`. They go, but the text of a
 * picture stays, and links to the id of a heading lead to that heading.
 */
export const attributeLists: Rewriter = { signs: /\{/, rewrite };

function rewrite(text: string, shown: string): Rewriting {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  const ids = new Map<string, string>();
  for (const { index, 0: written } of shown.matchAll(list)) {
    const part = belongingOf(text, index, index + written.length);
    if (!part) continue;
    if (part.kind === 'picture') edits.push(...pictureEdits(part, written));
    if (part.kind === 'heading') {
      const id = /#([\w:.-]+)/.exec(written)?.[1] ?? /^\{\/\*([\w-]+)\*\/\}$/.exec(written)?.[1];
      if (id !== undefined) ids.set(id, headingId(part.words).replace(/^s-/, ''));
    }
    edits.push({ start: index - part.blanks, end: index + written.length, text: '' });
    notices.push({ offset: index, rule: 'expression', message: message(written), words: words(written) });
  }
  return { edits: [...edits, ...(ids.size > 0 ? anchorEdits(shown, ids) : [])], notices };
}

const longest = 2_000;
/** Names in braces that formulas and sentences do not have before an equals sign. */
const pair =
  '(?:alt|width|height|target|rel|style|class|id|align|loading|title|markdown|scale|lang|start|caption|fig-[a-z-]+|data-[a-z-]+)=';
/** Braces with a class, an id or a pair in them, or with a comment, which is the id of a heading. */
const list = new RegExp(
  `\\{(?::(?=[ \\t]*[#.\\w])|(?=[ \\t]*(?:[#.][A-Za-z]|${pair}|-\\}))|(?=/\\*[\\w-]+\\*/\\}))[^{}\\n]{0,${longest}}\\}`,
  'g',
);

type Use = { readonly blanks: number } & (
  | { readonly kind: 'line' | 'link' }
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'picture'; readonly words: string; readonly wordsAt: number; readonly end: number }
);

/** What the braces between two offsets belong to; undefined for braces that are text. */
function belongingOf(text: string, start: number, end: number): Use | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - longest), start);
  const lineEnd = text.indexOf('\n', end);
  const isLast = text.slice(end, lineEnd === -1 ? text.length : lineEnd).trim() === '';
  const isComment = text.startsWith('{/*', start);
  const blanks = before.length - before.trimEnd().length;
  const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(before);
  if (heading && isLast) return { kind: 'heading', blanks, words: heading[1] ?? '' };
  if (isComment) return undefined;
  if (isLast && /^[ \t>]*$/.test(before)) return { kind: 'line', blanks: 0 };
  if (!/[)\]`]$|:[\w-]{1,60}:$/.test(before)) return undefined;
  const closes = before.lastIndexOf('](');
  const opens = before.lastIndexOf('![', closes);
  const words = before.slice(opens + 2, closes);
  if (
    closes === -1 ||
    opens === -1 ||
    before.indexOf(')', closes) !== before.length - 1 ||
    words.includes('](')
  )
    return { kind: 'link', blanks: 0 };
  return { kind: 'picture', blanks: 0, words, wordsAt: start - before.length + opens + 2, end };
}

/** The text that a picture has in its attributes, between its brackets; what stood there follows as its caption. */
function pictureEdits(
  { words: caption, wordsAt, end }: Extract<Use, { kind: 'picture' }>,
  written: string,
): Edit[] {
  const alt = /\balt=(?:"([^"]*)"|'([^']*)')/.exec(written);
  const own = (alt?.[1] ?? alt?.[2] ?? '').trim();
  if (own === '' || own === caption.trim()) return [];
  const plain = own.replace(/[\\[\]<{`*_$]/g, '\\$&');
  const below = caption.trim() === '' ? [] : [{ start: end, end, text: ` *${caption.trim()}*` }];
  return [{ start: wordsAt, end: wordsAt + caption.length, text: plain }, ...below];
}

/** Links to the ids of headings, as links to the ids that headings have here. */
function anchorEdits(shown: string, ids: ReadonlyMap<string, string>): Edit[] {
  return [...shown.matchAll(/\]\(#([^()\s]{1,200})\)/g)].flatMap(({ index, 1: id = '' }) => {
    const own = ids.get(id);
    if (own === undefined || linkedId(id) === linkedId(own)) return [];
    return [{ start: index + 3, end: index + 3 + id.length, text: own }];
  });
}

const message = (written: string): string =>
  `«${excerpt(written)}» is an attribute of another tool, and it is left out. A heading has its id by itself, a picture its text between the brackets, and nothing here has a class: remove it, or run \`npm run content -- fix\`.`;

const words = (written: string): string => `left out: ${excerpt(written)}, an attribute of another tool`;
