import type { ElementContent } from 'hast';
import type { Image } from 'mdast';
import { attributesOf } from '#lib/item/parts.ts';
import { mayLinkTo } from '#lib/lesson/address.ts';
import type { JsxElement } from '#lib/lesson/blocks.ts';
import type { Report } from '#lib/lesson/render-context.ts';

/** A picture beside the text: what a page needs to know of its bytes. */
export interface PictureFile {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  readonly type: 'png' | 'jpg' | 'webp' | 'svg';
  /** Size in pixels as drawn. */
  readonly width: number;
  readonly height: number;
}

/** Pictures, or what is wrong with them, by the path from the lesson's folder, with `/` between names. */
export type Pictures = ReadonlyMap<string, PictureFile | { readonly fault: string }>;

/** The address at which the server shows a picture. */
export const pictureAddress = ({ hash, type }: PictureFile): string => `/pictures/${hash}.${type}`;

/** The markup of a picture: the file beside the text; a link for one of another site, which pages do not load. */
export function picture(node: Image, pictures: Pictures, report: Report): ElementContent[] {
  const { url } = node;
  const alt = (node.alt ?? '').trim();
  if (/^(?:https?:)?\/\//i.test(url)) {
    report(
      node,
      'picture-remote',
      'Pages load nothing from other sites, so this picture is shown as a link. Save it beside the lesson and name that file.',
      'warning',
    );
    const href = url.replace(/^(?:http:)?\/\//i, 'https://');
    return [element('a', { href }, [{ type: 'text', value: alt || 'Picture' }])];
  }
  if (alt === '')
    report(
      node,
      'picture-text',
      'This picture has no text for those who cannot see it. Write what it shows between the brackets: ![A curve that falls](file.png).',
    );
  const found = pictures.get(pathOf(url));
  if (!found || 'fault' in found) {
    report(node, 'picture', found ? `«${url}» cannot be shown: ${found.fault}` : missing(url, pictures));
    return [];
  }
  const { width, height } = found;
  return [element('img', { src: pictureAddress(found), alt, width, height, loading: 'lazy' }, [])];
}

function missing(url: string, pictures: Pictures): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(url) || !mayLinkTo(`/${url}`))
    return `«${url.slice(0, 40)}» is no picture that a lesson may show. Save it as a file beside the lesson and name that.`;
  const names = [...pictures.keys()].slice(0, 5).join(', ');
  return `There is no picture «${url}» beside this text${names ? `, but ${names}` : ''}. Put a PNG, JPEG, WebP or SVG there, or correct the name.`;
}

/** The path of a picture from the lesson's folder; `..` leads to the folder of the track. */
function pathOf(url: string): string {
  const [path = ''] = url.split(/[?#]/);
  const names: string[] = [];
  for (const name of decoded(path).split('/')) {
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** An `<img>` of HTML as the picture of Markdown. */
export function imageOf(tag: JsxElement): Image {
  const { src = '', alt = '' } = attributesOf(tag);
  return { type: 'image', url: src, alt, ...(tag.position ? { position: tag.position } : {}) };
}

const element = (
  tagName: string,
  properties: Record<string, string | number>,
  children: ElementContent[],
): ElementContent => ({ type: 'element', tagName, properties, children });
