import { decodeText } from '#lib/exchange/decode-text.ts';
import type { ImportedFile } from '#lib/exchange/format.ts';
import { type Entry, type Reading, refused } from '#lib/exchange/question.ts';
import { findAll } from '#lib/exchange/xml/elements.ts';
import { parseXml, type XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { entryWithPictures, type PackageView, withPackagePictures } from './package-pictures.ts';
import { readQti1Item } from './qti1-item.ts';
import { readQti2Item } from './qti2-item.ts';
import { asQti2 } from './qti3-names.ts';

/** Reads QTI 1.2, as Canvas writes it, and QTI 2.1 to 3.0: one XML file, or a package with many. */
export function readQti(file: ImportedFile): Reading {
  if (file.kind === 'text') return readXml(file.text.replace(/\r\n?/g, '\n'), '');
  const readings = [...file.files]
    .filter(([name]) => /\.xml$/i.test(name) && !/(?:^|\/)imsmanifest\.xml$/i.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => {
      const decoded = decodeText(bytes, null);
      if (!decoded.ok) return { entries: [], notes: [`${name} is not UTF-8 and was not read.`] };
      return readXml(decoded.text.replace(/\r\n?/g, '\n'), name, { files: file.files, from: name });
    });
  const entries = readings.flatMap((reading) => reading.entries);
  const isEmpty = entries.length === 0 ? ['No item of QTI is in this package.'] : [];
  return { entries, notes: [...readings.flatMap(({ notes }) => notes), ...isEmpty] };
}

function readXml(text: string, name: string, view?: PackageView): Reading {
  const parsed = parseXml(text);
  if (!parsed.ok) {
    const { place, message } = parsed.fault;
    const reason = `${name && `${name}:${place.line}:${place.column} `}This is not well-formed XML: ${message}`;
    const rescued = rescue(text, name, view);
    const whole = refused({ place, source: name || text.slice(0, 2000), title: name, kind: 'file', reason });
    return { entries: [whole, ...rescued], notes: [] };
  }
  const root = asQti2(parsed.root);
  const items = itemsOf(root, name, view);
  const isQti = items.length > 0 || /^(?:questestinterop|assessment(?:Item|Test)?)$/.test(root.name);
  return { entries: items, notes: isQti || name ? [] : [`<${root.name}> is not QTI 1.2, 2.1, 2.2 or 3.0.`] };
}

/** Items of either version, wherever they are in the file, with the pictures of the package. */
function itemsOf(whole: XmlElement, file: string, view: PackageView | undefined): Entry[] {
  const root = view ? withPackagePictures(whole, view) : whole;
  const entries = readItemsOf(root, file);
  return view ? entries.map((entry) => entryWithPictures(entry, view)) : entries;
}

function readItemsOf(root: XmlElement, file: string): Entry[] {
  const second = root.name === 'assessmentItem' ? [root] : findAll(root, 'assessmentItem');
  const first = root.name === 'questestinterop' ? findAll(root, 'item') : [];
  return [
    ...first.map((item) => readQti1Item(item, file)),
    ...second.map((item) => readQti2Item(item, file)),
  ];
}

/** The items of a broken QTI 1.2 file that are whole by themselves. A file with a DOCTYPE is left alone. */
function rescue(text: string, name: string, view: PackageView | undefined): Entry[] {
  if (/<!DOCTYPE/i.test(text)) return [];
  const entries: Entry[] = [];
  let line = 1;
  let from = 0;
  for (const { index } of text.matchAll(/<item\s/g)) {
    if (index < from) continue;
    line += text.slice(from, index).split('\n').length - 1;
    from = index;
    const end = text.indexOf(closing, index);
    if (end === -1) break;
    const source = text.slice(index, end + closing.length);
    const parsed = parseXml(source);
    if (parsed.ok) {
      const place = { ...parsed.root.place, line: line + parsed.root.place.line - 1 };
      const item = { ...parsed.root, place };
      const entry = readQti1Item(view ? withPackagePictures(item, view) : item, name);
      entries.push(view ? entryWithPictures(entry, view) : entry);
    }
    line += source.split('\n').length - 1;
    from = index + source.length;
  }
  return entries;
}

const closing = '</item>';
