import type { ElementContent } from 'hast';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages, bundledLanguagesInfo } from 'shiki/langs';
import { RecentResults } from './recent-results.ts';

/** Languages of fences whose code is not highlighted. */
export const plainLanguages = ['text', 'console', 'output'] as const;
const plainNames: ReadonlySet<string> = new Set([...plainLanguages, 'txt', 'plain', 'plaintext']);

/** Loaded at once: the languages of most lessons. The others come with the first text that names them. */
const usual = [
  ...[
    'python',
    'bash',
    'dockerfile',
    'yaml',
    'json',
    'toml',
    'ini',
    'diff',
    'javascript',
    'typescript',
    'sql',
  ],
  ...['makefile', 'markdown', 'mdx'],
];

/** Each language by its name and its other names, such as `py` for `python`. */
const canonical: ReadonlyMap<string, string> = new Map(
  bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => {
    const names = [id, ...aliases];
    const own = names.find((name) => usual.includes(name)) ?? id;
    return names.map((name) => [name, own] as const);
  }),
);

/** The first word of a fence: of `rust,ignore` and `python{3}` the language, in small letters. */
const firstWord = (info: string): string => (/^[^\s,{:;]+/.exec(info)?.[0] ?? '').toLowerCase();

/** The language that a fence names; undefined for one that nobody knows. Code without colours is `text`. */
export function languageOf(info: string): string | undefined {
  const name = firstWord(info);
  if (plainNames.has(name)) return plainLanguages.find((plain) => plain === name) ?? 'text';
  return canonical.get(name);
}

/** Highlights code: lines of spans with classes `tk-keyword`, `tk-string` …, coloured by the theme. */
export type Highlight = (code: string, language: string) => ElementContent[];

export interface Highlighter {
  /** Synchronous and pure. Code of a language that is not loaded stays plain. */
  readonly highlight: Highlight;
  /** Loads the languages that the fences of a text name. */
  load(text: string): Promise<void>;
}

/** Pieces of code: the steps of a project repeat theirs, and after an edit most are as they were. */
const mostRemembered = 2_000;

/** A highlighter with the usual languages. */
export async function createHighlighter(): Promise<Highlighter> {
  const shiki = await createHighlighterCore({
    themes: [createCssVariablesTheme({ name: 'tokens', variablePrefix: '--tk-' })],
    langs: grammars(usual),
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const loaded = new Set(usual);
  const recent = new RecentResults<ElementContent[]>(mostRemembered);
  return {
    highlight(code, language) {
      const known = loaded.has(language) ? language : 'text';
      return recent.get(`${known}\n${code}`, () => lines(shiki, code, known));
    },
    async load(text) {
      const named = [...text.matchAll(/^[\s>]*(?:[-*+\d.)]+\s+)*(?:`{3,}|~{3,})[ \t]*([^\n`]+)/gm)];
      const missing = new Set(named.map(([, info = '']) => languageOf(info) ?? 'text'));
      const fresh = [...missing].filter((name) => !loaded.has(name) && canonical.has(name));
      if (fresh.length === 0) return;
      await shiki.loadLanguage(...grammars(fresh));
      for (const name of fresh) {
        loaded.add(name);
        // The first use of a grammar is slow, and must not count towards the time limit of an author's file.
        lines(shiki, 'a = "b" # c\n', name);
      }
    },
  };
}

const grammars = (names: readonly string[]) =>
  Object.entries(bundledLanguages).flatMap(([name, grammar]) => (names.includes(name) ? [grammar] : []));

function lines(shiki: HighlighterCore, code: string, language: string): ElementContent[] {
  const plain = plainNames.has(language);
  const rows = plain
    ? code.split('\n').map((content) => [{ content, color: undefined }])
    : // With a time limit, a busy machine would highlight less and so give the item another version.
      shiki.codeToTokensBase(code, { lang: language, theme: 'tokens', tokenizeTimeLimit: 0 });
  return rows.map((row) => ({
    type: 'element',
    tagName: 'span',
    properties: { className: ['line'] },
    children: [...merged(row), { type: 'text', value: '\n' }],
  }));
}

/** Joins neighbours of the same colour into one span. */
function merged(row: readonly { content: string; color?: string | undefined }[]): ElementContent[] {
  const runs: { text: string; kind: string }[] = [];
  for (const { content, color } of row) {
    const kind = /--tk-([\w-]+)/.exec(color ?? '')?.[1]?.replace(/^token-/, '') ?? '';
    const last = runs.at(-1);
    if (last && (last.kind === kind || content.trim() === '')) last.text += content;
    else runs.push({ text: content, kind });
  }
  return runs.map(({ text, kind }) =>
    kind && kind !== 'foreground'
      ? {
          type: 'element',
          tagName: 'span',
          properties: { className: [`tk-${kind}`] },
          children: [{ type: 'text', value: text }],
        }
      : { type: 'text', value: text },
  );
}
