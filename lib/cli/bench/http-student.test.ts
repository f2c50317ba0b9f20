import { expect, test } from 'vitest';
import { formsOf, hiddenValue } from './http-student.ts';

const page = `<main>
  <form><input type="hidden" name="key" value="a/1"><input type="hidden" name="$ACTION_ID_1" value="">
    <input type="radio" name="option" value="x"><input type="radio" name="option" value="y" disabled></form>
  <div hidden><form><fieldset><input type="hidden" name="key" value="b/2"></fieldset></form></div>
</main>`;

test('every form of a page is found with the fields that a browser would send', () => {
  const [first, second] = formsOf(page);
  expect(first).toEqual({
    hidden: [
      ['key', 'a/1'],
      ['$ACTION_ID_1', ''],
    ],
    choices: [['option', 'x']],
  });
  expect(second && hiddenValue(second, 'key')).toBe('b/2');
  expect(second && hiddenValue(second, 'none')).toBeUndefined();
});

test('a page without forms has none', () => expect(formsOf('<p>Closed</p>')).toEqual([]));
