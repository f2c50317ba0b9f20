import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { expect, test } from 'vitest';

/** Fields in which nobody writes words. */
const wordless =
  /\btype=("(hidden|radio|checkbox|range|number|password|file|email)"|\{many \?|\{type\})|\{\.\.\.describedBy\(own, \{ hint, error \}\)\}[^>]*$/;

/** The opening tags of fields in which something is written, up to the end of the tag. */
const fieldsOf = (source: string): string[] =>
  source.match(/<(input|textarea)\b(?:[^>"'{}]|"[^"]*"|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*>/g) ?? [];

const withoutDirection = (source: string): string[] =>
  fieldsOf(source).filter((tag) => !/\bdir=/.test(tag) && !wordless.test(tag));

const files = ['app', 'components'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx$/.test(file) && !/\.test\.tsx$/.test(file))
    .map((file) => join(room, file)),
);

test('every field in which people write takes the direction of what they write', () => {
  const found = files.flatMap((path) =>
    withoutDirection(readFileSync(path, 'utf8')).map((tag) => `${path}: ${tag.replace(/\s+/g, ' ')}`),
  );
  expect(found).toEqual([]);
});

test.each([
  '<input name="a" type="text" />',
  '<input name="a" defaultValue={a} onChange={() => { go(); }} />',
  '<textarea {...rest} defaultValue={text} />',
  '<input\n  type="search"\n  name="q"\n/>',
])('a planted field without a direction is reported: %s', (field) => {
  expect(withoutDirection(`<div>${field}</div>`)).toHaveLength(1);
  expect(withoutDirection(`<div>${field.replace('name', 'dir="auto" name')}</div>`).length).toBe(
    field.includes('name') ? 0 : 1,
  );
});

test('fields in which nobody writes words need none', () => {
  expect(withoutDirection('<input type="hidden" name="id" /><input type="radio" />')).toEqual([]);
});
