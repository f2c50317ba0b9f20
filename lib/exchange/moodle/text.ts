import { fromHtml } from '#lib/exchange/markdown/from-html.ts';
import { fromMarkdown } from '#lib/exchange/markdown/from-markdown.ts';
import { fromPlain } from '#lib/exchange/markdown/from-plain.ts';
import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import { pictureAddress, pictureName } from '#lib/exchange/place-pictures.ts';
import type { ImportedPicture, Markdown } from '#lib/exchange/question.ts';
import { Unreadable } from '#lib/exchange/unreadable.ts';
import { childOf, childrenOf, findAll, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';

/** An element such as `<questiontext format="html"><text>…</text><file …/></questiontext>` as Markdown. */
export function moodleText(
  element: XmlElement | undefined,
  onChange: OnChange,
  inherited = 'html',
): Markdown {
  const text = rawText(element);
  const format = element?.attributes.format ?? inherited;
  const isEmpty = text.trim() === '';
  if (isEmpty) return [];
  if (format === 'plain_text') return fromPlain(text);
  const shown = withPictures(element, text);
  const { nodes, changes } = format === 'markdown' ? fromMarkdown(shown) : fromHtml(withLines(shown, format));
  for (const change of changes) onChange(change);
  return nodes;
}

/** The text in `<text>`, or right in the element. */
export function rawText(element: XmlElement | undefined): string {
  const inner = childOf(element, 'text');
  return inner ? xmlText(inner) : xmlText(element);
}

/** In Moodle's own format, line ends are shown. */
const withLines = (text: string, format: string): string =>
  format === 'moodle_auto_format' && !/<(?:p|br|div|pre|table)\b/i.test(text)
    ? text.replace(/\n/g, '<br>')
    : text;

/**
 * The text with addresses of its pictures. One that shows a file that is not there, or no picture, cannot be understood
 * without it.
 */
function withPictures(element: XmlElement | undefined, text: string): string {
  const names = childrenOf(element, 'file').map(({ attributes }) => attributes.name ?? '');
  return text.replace(/@@PLUGINFILE@@\/([^"'\s<>)]+)/g, (_whole, address: string) => {
    const name = decoded(address.replace(/^.*\//, '').replace(/[?#].*$/, ''));
    if (!names.includes(name))
      throw new Unreadable(`It shows the file «${name}», which is not in the export.`);
    if (!pictureName.test(name))
      throw new Unreadable(
        `It needs the file «${name}», and a lesson has no files but PNG, JPEG, WebP and SVG.`,
      );
    return pictureAddress(name);
  });
}

/** The pictures of a question, in whichever of its texts they are. */
export function picturesOf(question: XmlElement): ImportedPicture[] {
  return findAll(question, 'file').flatMap((file) => {
    const { name = '', encoding } = file.attributes;
    if (encoding !== 'base64' || !pictureName.test(name)) return [];
    return [{ name, base64: xmlText(file).replace(/\s+/g, '') }];
  });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
