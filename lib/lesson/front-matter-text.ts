/** The YAML of a file's front matter; null without one. */
export const frontMatterOf = (source: string): string | null =>
  splitFrontMatter(unixText(source)).frontMatter;

/** A file in two parts: its front matter with the lines around, and all that follows. */
export function frontMatterLines(source: string): { readonly head: string; readonly body: string } {
  const text = unixText(source);
  const { frontMatter, body } = splitFrontMatter(text);
  if (frontMatter === null) return { head: '', body: text };
  const own = body.replace(/^\n+/, '');
  const head = text.slice(0, text.length - own.length);
  return { head, body: own };
}

/** The text without a byte order mark, with `\n` as the only line end. */
export function unixText(source: string): string {
  return source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Splits a file. The body keeps its line numbers: the front matter becomes empty lines. */
export function splitFrontMatter(source: string): {
  readonly frontMatter: string | null;
  readonly body: string;
} {
  const found = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(source);
  if (!found) return { frontMatter: null, body: source };
  const lines = found[0].split('\n').length - 1;
  return { frontMatter: found[1] ?? '', body: '\n'.repeat(lines) + source.slice(found[0].length) };
}
