// @ts-check
// What a Python value is, read from the interpreter's memory (CPython 3.11 on 32 bits): no code of the program, and none
// of Python, takes part, so that no object can say something else of itself.

import { complexText, floatText, quoted } from './python-text.mjs';

/**
 * Where Python keeps what values are known by: the addresses of its own types and of None, and the bits of one digit of
 * a whole number. None of them can be changed by a program.
 * @typedef {{ types: Record<PlainType, number>, none: number, digitBits: number }} Layout
 */

/** @typedef {typeof plainTypes[number]} PlainType */

/** The types of plain data. What is of another type, a subclass included, is none. */
export const plainTypes = /** @type {const} */ ([
  'bool',
  'int',
  'float',
  'complex',
  'str',
  'bytes',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
]);

/** Longer texts and deeper values are not read. */
const most = { characters: 10_000, depth: 50 };

/** A value that is no plain data, or too large. */
class NotPlain extends Error {}

/**
 * The value at an address, written as Python's own `repr` writes it; undefined when it is no plain data.
 * @param {ArrayBuffer} memory
 * @param {Layout} layout
 * @param {number} address
 * @returns {string | undefined}
 */
export function pythonText(memory, layout, address) {
  const sight = { view: new DataView(memory), layout, left: most.characters };
  try {
    const text = written(sight, address, 0);
    return text.length <= most.characters ? text : undefined;
  } catch (error) {
    // Outside the memory: no value of Python's own.
    if (error instanceof NotPlain || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** @typedef {{ view: DataView, layout: Layout, left: number }} Sight */

/**
 * @param {Sight} sight
 * @param {number} at
 * @param {number} depth
 * @returns {string}
 */
function written(sight, at, depth) {
  const { view, layout } = sight;
  if (at === layout.none) return 'None';
  const type = word(view, at + 4);
  const name = plainTypes.find((one) => layout.types[one] === type);
  sight.left -= 1;
  if (name === undefined || depth > most.depth || sight.left < 0) throw new NotPlain();
  /** @param {number[]} items */
  const all = (items) => items.map((item) => written(sight, item, depth + 1));
  switch (name) {
    case 'bool':
      return word(view, at + 8) === 0 ? 'False' : 'True';
    case 'int':
      return wholeNumber(sight, at).toString();
    case 'float':
      return floatText(view.getFloat64(at + 8, true));
    case 'complex':
      return complexText(view.getFloat64(at + 8, true), view.getFloat64(at + 16, true));
    case 'str':
      return quoted(letters(sight, at), false);
    case 'bytes':
      return `b${quoted(binary(sight, at + 16, word(view, at + 8)), true)}`;
    case 'list':
      return `[${all(words(sight, word(view, at + 12), word(view, at + 8))).join(', ')}]`;
    case 'tuple': {
      const items = all(words(sight, at + 12, word(view, at + 8)));
      return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
    }
    case 'dict': {
      const pairs = dictPairs(sight, at).map((pair) => all(pair).join(': '));
      return `{${pairs.join(', ')}}`;
    }
    case 'set': {
      const items = all(setItems(sight, at));
      return items.length === 0 ? 'set()' : `{${items.join(', ')}}`;
    }
    case 'frozenset': {
      const items = all(setItems(sight, at));
      return items.length === 0 ? 'frozenset()' : `frozenset({${items.join(', ')}})`;
    }
  }
}

/**
 * @param {DataView} view
 * @param {number} at
 */
function word(view, at) {
  return view.getUint32(at, true);
}

/**
 * @param {Sight} sight
 * @param {number} at
 * @param {number} count
 */
function words(sight, at, count) {
  if (count > sight.left) throw new NotPlain();
  return Array.from({ length: count }, (_, each) => word(sight.view, at + 4 * each));
}

/**
 * @param {Sight} sight
 * @param {number} at
 */
function wholeNumber({ view, layout: { digitBits }, left }, at) {
  const size = view.getInt32(at + 8, true);
  const bytes = digitBits > 16 ? 4 : 2;
  if (Math.abs(size) * 4 > left) throw new NotPlain();
  let value = 0n;
  for (let each = Math.abs(size) - 1; each >= 0; each--) {
    const place = at + 12 + bytes * each;
    const digit = bytes === 4 ? view.getUint32(place, true) : view.getUint16(place, true);
    value = value * 2n ** BigInt(digitBits) + BigInt(digit);
  }
  return size < 0 ? -value : value;
}

/**
 * @param {Sight} sight
 * @param {number} at
 * @param {number} length
 */
function binary({ view, left }, at, length) {
  if (length > left) throw new NotPlain();
  return Array.from({ length }, (_, each) => view.getUint8(at + each));
}

/**
 * The code points of a text.
 * @param {Sight} sight
 * @param {number} at
 */
function letters(sight, at) {
  const { view, left } = sight;
  const length = word(view, at + 8);
  const state = word(view, at + 16);
  const [kind, isCompact, isAscii, isReady] = [
    (state >> 2) & 7,
    (state >> 5) & 1,
    (state >> 6) & 1,
    (state >> 7) & 1,
  ];
  if (length > left || !isCompact || !isReady) throw new NotPlain();
  sight.left -= length;
  const from = at + (isAscii ? 24 : 36);
  return Array.from({ length }, (_, each) => {
    if (kind === 1) return view.getUint8(from + each);
    return kind === 2 ? view.getUint16(from + 2 * each, true) : word(view, from + 4 * each);
  });
}

/**
 * Keys and values, in the order in which they were put in.
 * @param {Sight} sight
 * @param {number} at
 * @returns {number[][]}
 */
function dictPairs({ view, left }, at) {
  const keys = word(view, at + 24);
  const values = word(view, at + 28);
  const isGeneral = view.getUint8(keys + 6) === 0;
  const entries = keys + 20 + 2 ** view.getUint8(keys + 5);
  // The names of an instance share their keys and hold their values apart; in front of these stands their order.
  const isSplit = values !== 0;
  const count = isSplit ? view.getUint8(values - 2) : word(view, keys + 16);
  if (count > left) throw new NotPlain();
  return Array.from({ length: count }, (_, each) => {
    const place = isSplit ? view.getUint8(values - 3 - each) : each;
    const key = entries + (isGeneral ? 12 * place + 4 : 8 * place);
    return [word(view, key), word(view, isSplit ? values + 4 * place : key + 4)];
  }).filter(([, value]) => value !== 0);
}

/**
 * Members in the order of the table, in which Python writes them too.
 * @param {Sight} sight
 * @param {number} at
 * @returns {number[]}
 */
function setItems({ view, left }, at) {
  const table = word(view, at + 20);
  const slots = word(view, at + 16) + 1;
  const removed = -1;
  if (slots > left * 8) throw new NotPlain();
  const items = Array.from({ length: slots }, (_, each) => table + 8 * each);
  return items
    .filter((slot) => word(view, slot) !== 0 && view.getInt32(slot + 4, true) !== removed)
    .map((slot) => word(view, slot));
}
