import type { ElementContent } from 'hast';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** Languages of fences whose code is not highlighted. */
export const plainLanguages = ['text', 'console', 'output'] as const;
export const languages = [
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
  'makefile',
  'markdown',
  'mdx',
  ...plainLanguages,
] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (name: string): name is Language => languages.some((language) => language === name);

/** Highlights code: lines of spans with classes `tk-keyword`, `tk-string` …, coloured by the theme. */
export type Highlight = (code: string, language: string) => ElementContent[];

/** Loads every grammar once; the highlighter itself is then synchronous and pure. */
export async function createHighlight(): Promise<Highlight> {
  const shiki = await createHighlighterCore({
    themes: [createCssVariablesTheme({ name: 'tokens', variablePrefix: '--tk-' })],
    langs: [
      import('shiki/langs/python.mjs'),
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/dockerfile.mjs'),
      import('shiki/langs/yaml.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/toml.mjs'),
      import('shiki/langs/ini.mjs'),
      import('shiki/langs/diff.mjs'),
      import('shiki/langs/javascript.mjs'),
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/sql.mjs'),
      import('shiki/langs/makefile.mjs'),
      import('shiki/langs/markdown.mjs'),
      import('shiki/langs/mdx.mjs'),
    ],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  return (code, language) => lines(shiki, code, language);
}

function lines(shiki: HighlighterCore, code: string, language: string): ElementContent[] {
  const plain = plainLanguages.some((name) => name === language) || !isLanguage(language);
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
