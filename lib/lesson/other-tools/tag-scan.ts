/** A tag of a component or of HTML; offsets count from 0. */
export interface ScannedTag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  /** Attributes that are plain text, by name. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether it has a value in braces or a spread. */
  readonly hasCode: boolean;
}

/** A tag with code in its attributes may be long. */
const longest = 30_000;
/** So many tags that nothing closes are looked at. */
const mostBroken = 20;

/** The tags outside code, with attributes of any form that MDX knows. */
export function scanTags(shown: string, text: string): ScannedTag[] {
  const tags: ScannedTag[] = [];
  let from = 0;
  let broken = 0;
  for (const { index, 0: begin, 1: slash, 2: name = '' } of shown.matchAll(
    /<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])/g,
  )) {
    if (index < from || broken >= mostBroken) continue;
    const scan = scanAttributes(text, index + begin.length);
    if (!scan) broken++;
    else {
      from = scan.end;
      tags.push({ ...scan, start: index, name, isClosing: slash === '/' });
    }
  }
  return tags;
}

function scanAttributes(
  text: string,
  start: number,
): Pick<ScannedTag, 'end' | 'isSelfClosing' | 'attributes' | 'hasCode'> | undefined {
  const attributes = new Map<string, string>();
  const most = Math.min(text.length, start + longest);
  let name = '';
  let hasCode = false;
  for (let at = start; at < most; at++) {
    const char = text[at] ?? '';
    if (char === '>') {
      if (name !== '') attributes.set(name, '');
      return { end: at + 1, isSelfClosing: text[at - 1] === '/', attributes, hasCode };
    }
    if (char === '<') return undefined;
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, at + 1);
      if (close === -1 || close >= most) return undefined;
      attributes.set(name.replace(/=$/, ''), text.slice(at + 1, close));
      name = '';
      at = close;
    } else if (char === '{') {
      const close = endOfBraces(text, at, most);
      if (close === undefined) return undefined;
      const literal = /^\{\s*(["'`])([^"'`]*)\1\s*\}$/.exec(text.slice(at, close + 1));
      if (literal) attributes.set(name.replace(/=$/, ''), literal[2] ?? '');
      else hasCode = true;
      name = '';
      at = close;
    } else if (/[\s/]/.test(char)) {
      if (name !== '' && !name.endsWith('=')) {
        const [key = '', value = ''] = name.split(/=(.*)/s);
        attributes.set(key, value);
        name = '';
      }
    } else name += char;
  }
  return undefined;
}

/** The brace that closes the one at `start`; braces in quotes do not count. */
function endOfBraces(text: string, start: number, most: number): number | undefined {
  let depth = 0;
  for (let at = start; at < most; at++) {
    const char = text[at] ?? '';
    if (char === '{') depth++;
    else if (char === '}') {
      depth--;
      if (depth === 0) return at;
    } else if (char === '"' || char === '`') {
      const close = endOfText(text, at, most);
      if (close === undefined) return undefined;
      at = close;
    }
  }
  return undefined;
}

function endOfText(text: string, start: number, most: number): number | undefined {
  for (let at = start + 1; at < most; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[start]) return at;
  }
  return undefined;
}
