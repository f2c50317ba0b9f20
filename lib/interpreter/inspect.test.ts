import { formatWithOptions } from 'node:util';
import { expect, test } from 'vitest';
import { consoleOn, formatted } from './console-module.mjs';

class Point {
  x = 1;
  y = -0;
}
class Named extends Point {
  get sum() {
    return this.x;
  }
}
const loop: { self?: object; list: object[] } = { list: [] };
loop.self = loop;
loop.list.push(loop);
const holes = [1, 2];
holes[5] = 3;

class Refused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refused';
  }
}
function argumentsOf(..._values: unknown[]) {
  // biome-ignore lint/complexity/noArguments: the object itself is what is looked at
  return arguments;
}

/** Node itself says what is right. */
test.each<[string, unknown[]]>([
  [
    'nested lists',
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ],
  ['an object', [{ a: 1 }]],
  ['nothing', []],
  ['texts', ['a', 'b c']],
  ['texts inside', [['a', "it's", `"it's"`, 'line\nend', '\u0007', 'back\\slash', 'ä 🎲']]],
  ['primitives', [1, -0, 0.1, NaN, Infinity, 12n, true, null, undefined, Symbol('s')]],
  ['primitives inside', [[-0, 12n, null, undefined, Symbol('s'), true, Number.NaN]]],
  ['empty', [[], {}, new Map(), new Set(), [[]], { a: {} }]],
  ['ten numbers', [[...Array(10).keys()]]],
  ['a hundred numbers', [[...Array(100).keys()]]],
  ['more than a hundred', [[...Array(130).keys()]]],
  ['squares', [Array.from({ length: 27 }, (_, n) => n ** 4)]],
  ['many words', [['apple', 'pear', 'plum', 'cherry', 'fig', 'banana', 'kiwi', 'lime', 'orange']]],
  ['long words', [['a'.repeat(30), 'b'.repeat(30), 'c'.repeat(30)]]],
  ['many rows', [Array.from({ length: 8 }, (_, n) => [n, n * n, 'x'])]],
  ['many records', [Array.from({ length: 7 }, (_, id) => ({ id, name: `person ${id}` }))]],
  [
    'a matrix',
    [
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
  ],
  ['deep', [{ a: { b: { c: { d: 1 } } }, l: [[[[1]]]] }]],
  ['three levels', [{ a: { b: { c: {} } } }]],
  [
    'wide',
    [{ name: 'Ada Lovelace', born: 1815, city: 'London', works: ['notes', 'letters'], more: { a: 1, b: 2 } }],
  ],
  ['keys', [{ 'a-b': 1, 2: 2, ok_1: 3, [Symbol('k')]: 4, ä: 5 }]],
  [
    'functions',
    [function f() {}, () => 1, class A {}, class B extends Point {}, Math.max, { m() {}, async n() {} }],
  ],
  ['more functions', [async () => 1, function* g() {}]],
  ['instances', [new Point(), [new Named()], Object.create(null)]],
  [
    'a map',
    [
      new Map<unknown, unknown>([
        ['a', 1],
        [{ k: 1 }, [1, 2]],
      ]),
    ],
  ],
  ['a set', [new Set([1, 'a', { x: 1 }])]],
  [
    'long collections',
    [new Map([...Array(9).keys()].map((n) => [n, `value ${n}`])), new Set(Array(30).keys())],
  ],
  ['dates', [new Date(0), [new Date(86_400_000)], new Date(Number.NaN)]],
  ['patterns', [/a+/g, [/b/]]],
  ['loops', [loop]],
  ['holes', [holes]],
  [
    'getters',
    [
      {
        get a() {
          return 1;
        },
        set b(_: number) {},
        get c() {
          return 1;
        },
        set c(_: number) {},
      },
    ],
  ],
  ['typed', [new Uint8Array([1, 2, 3]), new Float64Array(2)]],
  ['boxes', [Object(1), Object('ab'), Object(true)]],
  ['list with a name', [Object.assign([1, 2], { note: 'x' })]],
  ['a list of its own class', [class Stack extends Array {}.from([1, 2])]],
  ['weak', [new WeakMap(), new WeakSet()]],
  ['an object in itself, twice', [[loop, { loop }]]],
  [
    'signs',
    [
      '%s is %d years and %i, %f, %j %o %O %% %c.',
      'Ada',
      36,
      36.7,
      '1.5',
      { a: [1] },
      1,
      { b: 1 },
      'css',
      'more',
      [1],
    ],
  ],
  ['%s of what has words of its own', ['%s %s %s', { toString: () => 'mine' }, class A {}, new Date(0)]],
  ['%s of what has none', ['%s %s', [1, [2]], { a: { b: 1 } }]],
  ['an error with a name of its own', [[Object.assign(new Refused('no'), { stack: '', code: 5 })]]],
  ['arguments', [argumentsOf(1, 'a'), [argumentsOf()]]],
  [
    'collections of their own classes',
    [new (class Seen extends Set {})([1]), new (class Index extends Map {})()],
  ],
  ['a match', ['k=v'.match(/(\w)=/)]],
  ['a long text of several lines', [{ poem: 'a line of some words\n'.repeat(6), short: 'a\nb' }]],
  ['half a sign', [['\ud83c', '\udfb2x']]],
  ['signs without values', ['100% of %s %d']],
  ['a percent sign alone', ['5 %', 1]],
  ['signs of other types', ['%s %s %s %d %d', 12n, -0, null, '7', 5n]],
])('%s', (_, values) => {
  expect(formatted(values)).toBe(formatWithOptions({ colors: false }, ...values));
});

const hostile = {
  'a getter': {
    get a(): never {
      throw new Error('no');
    },
  },
  'a proxy': new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
      get: () => {
        throw new Error('no');
      },
    },
  ),
  'a name that is no text': Object.defineProperty(() => 1, 'name', { value: { toString: null } }),
  'a class that lies': { constructor: { name: 7 }, [Symbol.toStringTag]: 5 },
  'a date that is none': Object.create(Date.prototype),
  'a map that is none': Object.create(Map.prototype),
  'an endless list': Array(1e9),
};
test.each(Object.entries(hostile))('%s does not stop who prints', (_, value) => {
  expect(typeof formatted([value, [value]])).toBe('string');
});

test('what is written has a bound', () => {
  const row = Array(100).fill('x'.repeat(1000));
  expect(formatted([Array(100).fill(Array(100).fill(row))]).length).toBeLessThan(1_000_000);
});

test('errors show what they are', () => {
  expect(formatted([[Object.assign(new TypeError('bad'), { stack: '' })]])).toBe('[ [TypeError: bad] ]');
});

test('each method writes where Node does', () => {
  const written = { out: '', err: '' };
  const made = consoleOn({
    write(stream, text) {
      written[stream] += text;
    },
    readLine: () => null,
    now: () => 5,
  });
  made.info?.('i');
  made.debug?.('d');
  made.warn?.('w');
  made.error?.('e');
  made.assert?.(1 > 2, 'said %s', 'so');
  made.assert?.(2 > 1, 'not this');
  made.group?.('g');
  made.log?.('a\nb');
  made.groupEnd?.();
  made.count?.();
  made.count?.();
  made.count?.('x');
  made.countReset?.();
  made.count?.();
  made.table?.([{ a: 1, b: 'x' }, { a: 22 }]);
  made.table?.([{ a: 1, b: 'x' }], ['b']);
  made.table?.(new Map([['k', [1]]]));
  made.table?.(new Set(['s']));
  made.dir?.({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
  made.log?.();
  expect(written.err).toBe('w\ne\nAssertion failed: said so\n');
  expect(written.out).toBe(`i
d
g
  a
  b
default: 1
default: 2
x: 1
default: 1
┌─────────┬────┬─────┐
│ (index) │ a  │ b   │
├─────────┼────┼─────┤
│ 0       │ 1  │ 'x' │
│ 1       │ 22 │     │
└─────────┴────┴─────┘
┌─────────┬─────┐
│ (index) │ b   │
├─────────┼─────┤
│ 0       │ 'x' │
└─────────┴─────┘
┌───────────────────┬─────┬────────┐
│ (iteration index) │ Key │ Values │
├───────────────────┼─────┼────────┤
│ 0                 │ 'k' │ [ 1 ]  │
└───────────────────┴─────┴────────┘
┌───────────────────┬────────┐
│ (iteration index) │ Values │
├───────────────────┼────────┤
│ 0                 │ 's'    │
└───────────────────┴────────┘
{ a: [Object] }

`);
});
