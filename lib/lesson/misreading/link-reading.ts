import { itemTypeByTag } from '#lib/item/registry.ts';
import type { Misreading } from './misreading.ts';

const address = '(?:https?://|www\\.|mailto:|/tracks/|/help/|\\.{1,2}/|#)[^()（）\\s\\[\\]]*';

/** Links that are written differently than Markdown has them; the first group is what is shown, the second the address. */
const forms = [
  {
    form: new RegExp(`(?<![\\]\\\\!\\w])\\[([^\\][\\n]+)\\][ \\t\\u00a0]+\\(\\s*(${address})\\s*\\)`, 'g'),
    say: (words: string, url: string) =>
      `This link has a space between its two brackets and is shown as text. Write [${words}](${url}).`,
  },
  {
    form: new RegExp(`(?<![\\]\\w])\\(([^()\\n]+)\\)\\[(${address})\\]`, 'g'),
    say: (words: string, url: string) =>
      `The two brackets of this link are the wrong way round. Write [${words}](${url}).`,
  },
  {
    form: new RegExp(`(?<!!)[\\[［【]([^\\][［］【】\\n]+)[\\]］】]（\\s*(${address})\\s*）`, 'g'),
    say: (words: string, url: string) =>
      `The brackets of this link are full-width ones, so it is shown as text. Write ordinary ones: [${words}](${url}).`,
  },
  {
    form: /(?<![\]\\])\[([^\][\n]+)\]\(((?:https?:\/\/|\/tracks\/)[^\s()]*)(?=\s+[^\s"'()]|\s*$)/g,
    say: (words: string, url: string) =>
      `This link is not closed and is shown as text. Write a \`)\` behind the address: [${words}](${url}).`,
  },
] as const;

/** A link as wikis and notebooks write it. */
const wiki = /(?<![\\[\w])\[\[(\p{L}[^\][\n|]*)(?:\|[^\][\n]*)?\]\](?!\()/gu;

/** Every form has an opening bracket, and most lines have none. */
const bracket = /[[［【]/;

/** Links that Markdown shows as plain text; `masked` is the text with spaces in place of code. */
export function linkTexts(masked: string): Misreading[] {
  let offset = 0;
  let item: string | undefined;
  return masked.split('\n').flatMap((content, at, lines): Misreading[] => {
    const start = offset;
    offset += content.length + 1;
    const [, slash, tag = ''] = /^\s*<(\/?)([A-Z]\w*)/.exec(content) ?? [];
    if (tag && itemTypeByTag(tag)) item = slash ? undefined : tag;
    if (!bracket.test(content)) return [];
    const found = forms.flatMap(({ form, say }, kind) =>
      [...content.matchAll(form)].flatMap((match): Misreading[] => {
        const isTitled =
          kind === 3 &&
          match.index + match[0].length === content.length &&
          /^\s*["')]/.test(lines[at + 1] ?? '');
        const message = say(match[1] ?? '', match[2] ?? '');
        return isTitled ? [] : [{ offset: start + match.index, rule: 'link-form', message }];
      }),
    );
    const wikis = item
      ? []
      : [...content.matchAll(wiki)].map(({ index, 1: words = '' }) => ({
          offset: start + index,
          rule: 'link-form',
          message: `Two brackets make no link here. Write [words](/tracks/…) for «${words.slice(0, 30)}», or \`\\[\` for a bracket that is text.`,
        }));
    return [...found, ...wikis].slice(0, 1);
  });
}
