import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { excerpt, linesOf, type Notice, type Rewriter, type Rewriting } from './rewriting.ts';

/** Tags of templates, which nothing fills in here: those of Hugo, Liquid, mdBook and Svelte are left out. */
export const templates: Rewriter = { signs: /\{/, rewrite };

function rewrite(text: string, shown: string): Rewriting {
  // In a file with variants, `{{name}}` stands for one of their values.
  const known = text.includes('<Variants') ? ends : [...ends, inAddresses];
  const tags = linesOf(text, shown).flatMap(({ start, shown: line }) =>
    tagsIn(line, known).map((tag) => ({ ...tag, start: start + tag.start })),
  );
  const [first] = tags;
  if (!first) return { edits: [], notices: [] };
  const edits: Edit[] = tags.map(({ start, written }) => ({ start, end: start + written.length, text: '' }));
  const notices: Notice[] = tags.map(({ start, written }, at) => ({
    offset: start,
    rule: 'template',
    ...(at === 0 ? { message: message(tags.map((tag) => tag.written)) } : {}),
    words: `left out: ${excerpt(written)}, a template of another tool`,
  }));
  return { edits, notices };
}

interface Tag {
  readonly start: number;
  readonly written: string;
}

type TagForm = readonly [begin: RegExp, end: string];

const inAddresses: TagForm = [/(?<=\]\([^()\s]{0,200})\{\{|(?<=\]:[ \t]{0,8})\{\{/g, '}}'];
const ends: readonly TagForm[] = [
  [/\{\{</g, '>}}'],
  [/\{\{%/g, '%}}'],
  [/\{%/g, '%}'],
  [/\{\{#(?=[a-z])/g, '}}'],
  [
    /\{(?:[#:@](?=(?:if|else|each|await|then|catch|key|html)\s)|(?=:else\})|(?=\/(?:if|each|await|key)\}))/g,
    '}',
  ],
];

/** The tags in a line. Where nothing closes one, nothing closes those after it either. */
function tagsIn(line: string, forms: readonly TagForm[]): Tag[] {
  if (!line.includes('{')) return [];
  const found: Tag[] = [];
  for (const [begin, end] of forms) {
    for (const { index } of line.matchAll(begin)) {
      const close = line.indexOf(end, index + 2);
      if (close === -1) break;
      const isInside = found.some(({ start, written }) => index >= start && index < start + written.length);
      if (!isInside) found.push({ start: index, written: line.slice(index, close + end.length) });
      if (found.length >= mostInLine) return found;
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const mostInLine = 50;

const mostNamed = 8;

/** All templates of a file have one cause, and one finding names them. */
function message(all: readonly string[]): string {
  const names = [...new Set(all.map((written) => `«${excerpt(written, 40)}»`))];
  const others = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const [is, it] = all.length > 1 ? ['are templates', 'them'] : ['is a template', 'it'];
  return `${names.slice(0, mostNamed).join(', ')}${others} ${is} of another tool, and nothing fills ${it} in here, so what stands between the braces is left out. Remove ${it}, or write ${it} as \`inline code\`.`;
}
