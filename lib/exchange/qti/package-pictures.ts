import { pictureAddress, pictureName } from '#lib/exchange/place-pictures.ts';
import type { Entry, ImportedPicture } from '#lib/exchange/question.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';

/** The files of a package as an XML file in it sees them. */
export interface PackageView {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The name of the XML file. */
  readonly from: string;
}

/** A larger picture is no part of a question. */
const mostBytes = 5 * 1024 * 1024;
/** Of HTML in a text: the address of each picture. No part may run on to the end of a hostile text. */
const sources = /(<img\b[^<>]{0,2000}?\bsrc\s{0,20}=\s{0,20})(["'])([^"'<>]{1,1000})\2/gi;

/** The element with the addresses of pictures that are in the package. */
export function withPackagePictures(element: XmlElement, view: PackageView): XmlElement {
  const children = element.children.map((child) =>
    typeof child === 'string' ? inText(child, view) : withPackagePictures(child, view),
  );
  const named = { img: 'src', object: 'data' }[element.name];
  const address = named === undefined ? undefined : element.attributes[named];
  const file = address === undefined ? undefined : fileOf(address, view);
  return named !== undefined && file !== undefined
    ? { ...element, attributes: { ...element.attributes, [named]: pictureAddress(file) }, children }
    : { ...element, children };
}

const inText = (text: string, view: PackageView): string =>
  text.replace(sources, (whole, before: string, quote: string, address: string) => {
    const file = fileOf(address, view);
    return file === undefined ? whole : `${before}${quote}${pictureAddress(file)}${quote}`;
  });

/** A question with those pictures of the package that its texts show. */
export function entryWithPictures(entry: Entry, { files }: PackageView): Entry {
  if (!entry.ok) return entry;
  const { question } = entry;
  const text = JSON.stringify([question.prompt, question.task, question.hints, question.solution]);
  const shown = [...new Set(text.match(/picture:[^"\\]+/g) ?? [])];
  if (shown.length === 0) return entry;
  const pictures = [...files].flatMap(([name, bytes]): ImportedPicture[] =>
    shown.includes(pictureAddress(name)) ? [{ name, base64: base64Of(bytes) }] : [],
  );
  return pictures.length === 0 ? entry : { ok: true, question: { ...question, pictures } };
}

/** The name in the package of what an address shows; undefined if it is no picture of the package. */
function fileOf(address: string, { files, from }: PackageView): string | undefined {
  const path = decoded(address).replace(/[?#].*$/, '');
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
  const inBase = /^\$IMS-CC-FILEBASE\$\/*(.*)$/.exec(path)?.[1];
  const folder = from.split('/').slice(0, -1);
  const candidates =
    inBase === undefined
      ? [resolved([...folder, ...path.split('/')]), resolved(path.split('/'))]
      : [resolved(['web_resources', ...inBase.split('/')]), resolved(inBase.split('/'))];
  return candidates.find((name) => {
    const bytes = files.get(name);
    return bytes !== undefined && bytes.length <= mostBytes && pictureName.test(name);
  });
}

function resolved(parts: readonly string[]): string {
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** In pieces, since a call takes so many arguments only. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(''));
}
