import type { Edit } from '#lib/lesson/markdown/edits.ts';
import { excerpt, type Notice, type Rewriter } from './rewriting.ts';

/** Roles of MyST, which Jupyter Book and Sphinx read, as in ``{term}`commit` ``: their words stay, as text, code or a formula. */
export const roles: Rewriter = {
  signs: /\{[a-z][\w:-]*\}`/,
  rewrite(text, shown) {
    const edits: Edit[] = [];
    const notices: Notice[] = [];
    for (const { 0: sign, 1: name = '', index } of shown.matchAll(beforeCode)) {
      const [whole, content = ''] =
        /^`([^`\n]{1,300})`/.exec(text.slice(index + sign.length, index + 400)) ?? [];
      if (whole === undefined) continue;
      const written = shownAs(name, content);
      edits.push({ start: index, end: index + sign.length + whole.length, text: written });
      const said = `${excerpt(sign + whole)} became ${excerpt(written)}`;
      notices.push({ offset: index, rule: 'expression', message: message(sign + whole), words: said });
    }
    return { edits, notices };
  },
};

const beforeCode =
  /(?<![\\{])\{(abbr|cite(?::[a-z]+)?|code|command|doc|download|eq|file|guilabel|index|kbd|math|menuselection|numref|program|ref|samp|sub|sup|term|(?:c|cpp|js|py):[a-z]+)\}(?=\s)/g;

const asCode = /^(?:code|command|file|kbd|program|samp|(?:c|cpp|js|py):)/;

/** `words <target>` shows its words; a target alone is all that there is to show. */
function shownAs(name: string, content: string): string {
  const words = /^(.*\S)\s*<[^<>]*>$/.exec(content)?.[1] ?? content;
  if (name === 'math') return `$${content.trim()}$`;
  return asCode.test(name) ? `\`${words}\`` : words.replace(/[\\[\]<{}*_`$]/g, '\\$&');
}

const message = (written: string): string =>
  `«${excerpt(written, 40)}» is a role of another tool, and its words are shown as text. Write the words, a link or \`inline code\`, or run \`npm run content -- fix\`.`;
