import { expect, test } from 'vitest';
import { readValues } from './values.ts';

test('values are texts and numbers, and a number keeps the digits with which it is printed', () => {
  const line = '{"n": 2.0, "big": 9007199254740993, "far": -1.5e-7, "word": "a \\"3\\" b", "lines": "x\\ny"}';
  expect(readValues(`\n${line}\n`)).toEqual({
    kind: 'values',
    values: { n: '2.0', big: '9007199254740993', far: '-1.5e-7', word: 'a "3" b', lines: 'x\ny' },
  });
});

test.each([
  ['', 'prints nothing'],
  ['{"a": 1}\n{"a": 2}', 'prints 2 lines'],
  ['seven', '«seven», which is no JSON object'],
  ['[1, 2]', 'no JSON object'],
  ['{"n": NaN}', 'no JSON object'],
  ['{}', 'no value'],
  ['{"n": [1]}', '«n» is neither a text nor a number'],
  ['{"n": true}', '«n» is neither a text nor a number'],
  ['{"n": null}', '«n» is neither a text nor a number'],
  ['{"n": " "}', '«n» is empty'],
  ['{"first name": 1}', '«first name» has a name that cannot be written'],
  ['{"__proto__": 1}', '«__proto__» has a name'],
  ['{"n": "a\\u0000b"}', '«n» has control characters'],
  [`{"n": "${'x'.repeat(1001)}"}`, 'more than 1000 characters'],
  [JSON.stringify(Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`v${at}`, at]))), '31 values'],
])('refused: %s', (printed, what) => {
  const read = readValues(printed);
  expect(read.kind === 'fault' ? read.what : '').toContain(what);
});

test('names of the language itself are ordinary names', () => {
  const read = readValues('{"constructor": 1, "toString": "x"}');
  expect(read).toEqual({ kind: 'values', values: { constructor: '1', toString: 'x' } });
});
