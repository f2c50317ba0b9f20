import { expect, test } from 'vitest';
import { readYaml } from './yaml-source.ts';

/** Texts below the limit of characters that took a parser of YAML between a third of a second and more than a minute. */
test.each([
  { yaml: '? a\n'.repeat(4_900), says: 'question marks' },
  { yaml: '? '.repeat(299), says: 'keys must be strings' },
  { yaml: `a: {${'a,'.repeat(9_000)}}`, says: 'twice' },
  { yaml: `a: ${'['.repeat(16_000)}`, says: 'opening brackets' },
  { yaml: `a: ${': '.repeat(8_000)}`, says: 'colons' },
  { yaml: 'a: b\n'.repeat(900), says: 'twice' },
])('a front matter that takes long to parse is refused by a count: $says', ({ yaml, says }) => {
  const { value, faults } = readYaml(yaml);
  expect(value).toBeUndefined();
  expect(faults[0]?.message).toContain(says);
});

test('a field that stands twice is reported at its second place, in lists and maps too', () => {
  const yaml = 'id: a\nobjectives:\n  - id: b\n    text: c\n    id: d\nid: e\n';
  expect(readYaml(yaml).faults).toMatchObject([
    { line: 6, column: 5 },
    { line: 7, column: 1 },
  ]);
});

test('fields of different lists may have one name', () => {
  const yaml = 'id: a\nobjectives:\n  - id: b\n  - id: c\n';
  expect(readYaml(yaml)).toMatchObject({
    faults: [],
    value: { id: 'a', objectives: [{ id: 'b' }, { id: 'c' }] },
  });
});
