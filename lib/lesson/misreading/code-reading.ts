import type { Code } from 'mdast';
import { languageOf, plainLanguages } from '#lib/lesson/highlight.ts';
import { findHidden } from '#lib/lesson/mending/hidden.ts';
import type { Misreading } from './misreading.ts';

/** Languages in which a curly quote can be in a text or a comment only. */
const strict = new Set(['python', 'javascript', 'typescript', 'json', 'toml', 'bash', 'sql']);
/** Languages that take a no-break space for a space. */
const scripts = new Set(['javascript', 'typescript']);
/** A line that the command `tree` has drawn, with no-break spaces of its own: nobody runs it. */
const treeLine = /^[\s│]*[│├└]/;
const free = new Set<string>([...plainLanguages, 'markdown', 'mdx', 'diff', 'ini']);

/** Characters in a program that a word processor or a web page has put in; at most one for each fence. */
export function codeMisreading(node: Code, text: string): Misreading | undefined {
  const start = node.position?.start.offset ?? 0;
  const lang = languageOf(node.lang ?? '');
  if (lang === undefined || free.has(lang)) return undefined;
  const written = text.slice(start, node.position?.end.offset ?? start);
  let offset = start;
  for (const [at, line] of written.split('\n').entries()) {
    const found = at === 0 ? undefined : lineMistake(line, lang);
    if (found) return { offset: offset + found.at, rule: 'code-characters', message: found.message };
    offset += line.length + 1;
  }
  return undefined;
}

function lineMistake(line: string, lang: string): { at: number; message: string } | undefined {
  const unseen = findHidden(line.replace(/\u200d|[\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' '));
  if (unseen !== -1)
    return {
      at: unseen,
      message:
        'In this program stands a character that cannot be seen, and it would not run. Remove it: write this part of the line again.',
    };
  const code = withoutTexts(line, lang);
  const blank = scripts.has(lang) || treeLine.test(line) ? -1 : code.search(/[\u00a0\u2007\u202f]/);
  if (blank !== -1)
    return {
      at: blank,
      message: 'In this program stands a no-break space, and it would not run. Write an ordinary space.',
    };
  const quote = strict.has(lang) ? code.search(/[“”„‘’«](?:(?<=[([{=,:+]\s*.)|(?<=^\s*.))/u) : -1;
  if (quote !== -1)
    return {
      at: quote,
      message: 'These are curly quotes, and this program would not run. Write straight quotes, " or \'.',
    };
  const dash = lang === 'bash' ? /[–—](?<=\w\s+.)[–—]*(?=[a-z])/u.exec(code) : null;
  if (dash) {
    const word = /^\S+/.exec(code.slice(dash.index))?.[0] ?? '';
    return {
      at: dash.index,
      message: `This dash is a long one, and the command does not know it. Write \`--${word.replace(/^[–—]+/, '')}\`, or one hyphen.`,
    };
  }
  return undefined;
}

/** The line with blanks for its texts in straight quotes and its comment. */
function withoutTexts(line: string, lang: string): string {
  const comment =
    lang === 'sql'
      ? /--.*$/
      : lang === 'javascript' || lang === 'typescript'
        ? /\/\/.*$|\/\*.*$|^\s*\*.*$/
        : /(?:^|\s)#.*$/;
  const blank = (part: string) => ' '.repeat(part.length);
  return line
    .replace(/"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`(?:\\.|[^`\\])*`?/g, blank)
    .replace(comment, blank);
}
