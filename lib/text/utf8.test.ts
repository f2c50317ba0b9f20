import { expect, test } from 'vitest';
import { decodeUtf8 } from './utf8.ts';

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

test.each([
  ['plain letters', utf8('plain'), 'plain'],
  ['letters of many scripts', utf8('Zürich 第一章 नमस्ते 🎉'), 'Zürich 第一章 नमस्ते 🎉'],
  ['a byte order mark', bytes([0xef, 0xbb, 0xbf], utf8('---\nid: é')), '---\nid: é'],
  ['nothing', bytes(), ''],
])('%s is read', (_name, given, text) => expect(decodeUtf8(given)).toEqual({ text, fault: null }));

const old = 'an older encoding';
test.each([
  [
    'Latin-1',
    latin1('---\nid: l\ntitle: Café\n---\n'),
    'title: Café',
    { line: 3, column: 11, looksLike: old },
  ],
  ['a Latin-1 sign at the very end', latin1('café'), 'café', { line: 1, column: 4, looksLike: old }],
  [
    'after signs of several bytes',
    bytes(utf8('Zürich 第'), latin1('é!')),
    'é!',
    { line: 1, column: 9, looksLike: old },
  ],
  [
    'Windows-1252 quotes',
    bytes(utf8('a\nsay '), [0x93], utf8('yes'), [0x94]),
    'yes',
    { line: 2, column: 5, looksLike: old },
  ],
  ['a surrogate written as bytes', bytes([0xed, 0xa0, 0x80]), '', { line: 1, column: 1, looksLike: old }],
  [
    'UTF-16 of Windows',
    bytes([0xff, 0xfe, 0x69, 0, 0x64, 0]),
    'id',
    { line: 1, column: 1, looksLike: 'UTF-16' },
  ],
  [
    'UTF-16, the other way round',
    bytes([0xfe, 0xff, 0, 0x69, 0, 0x64]),
    'id',
    { line: 1, column: 1, looksLike: 'UTF-16' },
  ],
])('%s is told where it begins', (_name, given, part, fault) => {
  const decoded = decodeUtf8(given);
  expect(decoded.fault).toEqual(fault);
  expect(decoded.text).toContain(part);
  expect(decoded.text).not.toContain('\ufffd');
});
