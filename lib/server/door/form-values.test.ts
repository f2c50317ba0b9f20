import { expect, test } from 'vitest';
import { z } from 'zod';
import { formFields, many, one, ticked } from './form-values.ts';

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

const Answer = z.object({
  itemId: one(z.string()),
  chosen: many(z.string()),
  sure: ticked,
  note: one(z.string()).optional(),
});
const parse = (data: FormData) => Answer.safeParse(formFields(data));

test('a repeated name keeps all its values, in order', () => {
  expect(parse(form(['itemId', 'q1'], ['chosen', 'b'], ['chosen', 'a'], ['sure', 'on'])).data).toEqual({
    itemId: 'q1',
    chosen: ['b', 'a'],
    sure: true,
  });
});

test('a character that no database stores is left out', () => {
  expect(parse(form(['itemId', 'q\u00001\u0000'])).data).toMatchObject({ itemId: 'q1' });
});

test('nothing chosen is an empty list and an empty box', () => {
  expect(parse(form(['itemId', 'q1'])).data).toEqual({ itemId: 'q1', chosen: [], sure: false });
});

test('a field that may be filled once is refused when sent twice', () => {
  expect(parse(form(['itemId', 'q1'], ['itemId', 'q2'])).success).toBe(false);
});

test('a missing field is refused', () => {
  expect(parse(form(['chosen', 'a'])).success).toBe(false);
});

test('what React adds and files are not fields', () => {
  expect(formFields(form(['$ACTION_ID_1', 'x'], ['file', new Blob(['x'])], ['a', '1']))).toEqual({
    a: ['1'],
  });
});

test('a field called __proto__ is just a field', () => {
  const fields = formFields(form(['__proto__', 'x']));
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  expect(Object.hasOwn(fields, '__proto__')).toBe(true);
});
