import { SaxesParser } from 'saxes';
import type { Place } from '#lib/exchange/question.ts';

/** An element with its text and elements in their order. Names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  readonly place: Place;
  /** The element as it stands in the file. */
  readonly source: string;
}

export interface XmlFault {
  readonly place: Place;
  readonly message: string;
}

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly fault: XmlFault };

/** No honest file of questions comes near these. */
export const xmlLimits = { depth: 100, elements: 200_000, attributes: 60 } as const;

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
  readonly place: Place;
  readonly start: number;
}

/**
 * Parses XML strictly. A DOCTYPE is refused, so there are no entities but the five of XML, and nothing is ever loaded.
 * Stops at the first fault.
 */
export function parseXml(text: string): ParsedXml {
  const reader = new XmlReader(text);
  const fault = reader.read();
  if (fault) return { ok: false, fault };
  return reader.root
    ? { ok: true, root: reader.root }
    : { ok: false, fault: { place: { line: 1, column: 1 }, message: 'There is no XML element in it.' } };
}

class XmlReader {
  root: XmlElement | undefined;
  private readonly text: string;
  private readonly open: OpenElement[] = [];
  private readonly parser = new SaxesParser({ position: true });
  private start = 0;
  private place: Place = { line: 1, column: 1 };
  private count = 0;
  private fault: XmlFault | undefined;

  constructor(text: string) {
    this.text = text;
  }

  read(): XmlFault | undefined {
    const { parser } = this;
    parser.on('error', (error) => this.stop(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', () => this.stop('It has a DOCTYPE, which could define entities. Remove it.'));
    parser.on('opentagstart', () => this.startTag());
    parser.on('opentag', ({ name, attributes }) => this.openTag(name, attributes));
    parser.on('text', (value) => this.addText(value));
    parser.on('cdata', (value) => this.addText(value));
    parser.on('closetag', () => this.closeTag());
    // In pieces, so that a hostile file is left at its first fault.
    for (let at = 0; at < this.text.length && !this.fault; at += pieceLength)
      parser.write(this.text.slice(at, at + pieceLength));
    if (!this.fault) parser.close();
    return this.fault;
  }

  private stop(message: string): void {
    this.fault ??= { place: { line: this.parser.line, column: this.parser.column + 1 }, message };
  }

  private startTag(): void {
    this.start = this.text.lastIndexOf('<', this.parser.position - 1);
    // The parser has read the sign behind the name, which may be the end of the line.
    const isLineRead = this.text[this.parser.position - 1] === '\n';
    const lineStart = isLineRead
      ? this.text.lastIndexOf('\n', this.start) + 1
      : this.parser.position - this.parser.columnIndex;
    this.place = { line: this.parser.line - (isLineRead ? 1 : 0), column: this.start - lineStart + 1 };
  }

  private openTag(name: string, attributes: Readonly<Record<string, unknown>>): void {
    this.count++;
    if (this.count > xmlLimits.elements) this.stop(`It has more than ${xmlLimits.elements} elements.`);
    if (this.open.length >= xmlLimits.depth)
      this.stop(`Its elements are nested more than ${xmlLimits.depth} deep.`);
    if (Object.keys(attributes).length > xmlLimits.attributes)
      this.stop(`An element has more than ${xmlLimits.attributes} attributes.`);
    if (this.fault) return;
    const plain = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), String(value)] as const),
    );
    this.open.push({
      name: withoutPrefix(name),
      attributes: plain,
      children: [],
      place: this.place,
      start: this.start,
    });
  }

  private addText(value: string): void {
    if (!this.fault) this.open.at(-1)?.children.push(value);
  }

  private closeTag(): void {
    if (this.fault) return;
    const element = this.open.pop();
    if (!element) return;
    const { start, ...rest } = element;
    const closed = { ...rest, source: this.text.slice(start, this.parser.position) };
    const parent = this.open.at(-1);
    if (parent) parent.children.push(closed);
    else this.root = closed;
  }
}

const pieceLength = 64 * 1024;

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
