import { fromHtml } from '#lib/exchange/markdown/from-html.ts';
import { fromMarkdown } from '#lib/exchange/markdown/from-markdown.ts';
import { fromPlain } from '#lib/exchange/markdown/from-plain.ts';
import type { Markdown } from '#lib/exchange/question.ts';
import { showEscaped } from './escapes.ts';

const formats = ['html', 'markdown', 'plain', 'moodle'] as const;
export type GiftFormat = (typeof formats)[number];

const tags =
  /<\/?(?:a|b|br|blockquote|code|div|em|h[1-6]|i|img|li|ol|p|pre|span|strong|sub|sup|table|tt|u|ul)\b[^<>]*>/i;

/** The format that a text names in brackets at its beginning, and the text behind it. */
export function splitFormat(text: string, inherited: GiftFormat): { format: GiftFormat; text: string } {
  const found = /^\s*\[(html|markdown|plain|moodle)\]/i.exec(text);
  const format = formats.find((name) => name === found?.[1]?.toLowerCase());
  return found && format ? { format, text: text.slice(found[0].length) } : { format: inherited, text };
}

/** A text of GIFT as Markdown; changes are handed to `onChange`. Moodle's own format is plain text that may hold tags. */
export function giftText(raw: string, inherited: GiftFormat, onChange: (change: string) => void): Markdown {
  const { format, text } = splitFormat(raw, inherited);
  const shown = showEscaped(text).trim();
  if (format === 'markdown') return converted(fromMarkdown(shown), onChange);
  if (format === 'html' || (format === 'moodle' && tags.test(shown))) {
    const html = format === 'html' ? shown : withBreaks(shown);
    return converted(fromHtml(html), onChange);
  }
  return fromPlain(shown);
}

function converted(
  { nodes, changes }: ReturnType<typeof fromHtml>,
  onChange: (change: string) => void,
): Markdown {
  for (const change of changes) onChange(change);
  return nodes;
}

/** Line ends that Moodle shows as such, outside tags that end a line anyway. */
const withBreaks = (text: string): string =>
  /<(?:p|pre|br|ul|ol|table|div)\b/i.test(text) ? text : text.replace(/\n/g, '<br>');
