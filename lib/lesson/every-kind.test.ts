import { describe, expect, test } from 'vitest';
import { everyExample, everyKind } from '#lib/item/testing/every-example.ts';
import { readItem } from '#lib/item/testing/read-item.ts';
import { knownTags, tagRules } from './components.ts';
import { missingIds, withInsertions } from './missing-ids.ts';

const parentsOf = (tag: string) =>
  everyKind.flatMap(({ component, nested = {} }) => (Object.hasOwn(nested, tag) ? [component] : []));

test.each(everyKind)('the tags of $name are known, and its nested ones are allowed nowhere else', (type) => {
  expect(knownTags).toContain(type.component);
  expect(tagRules(type.component)).toEqual({ kind: 'item' });
  expect(tagRules('Hint')).toMatchObject({ inside: expect.arrayContaining([type.component]) });
  for (const tag of Object.keys(type.nested ?? {}))
    expect(tagRules(tag)).toMatchObject({ kind: 'nested', inside: parentsOf(tag) });
});

describe.each(everyExample)('$name', ({ mdx, read }) => {
  const bare = mdx.replace(/ id="[^"]*"/, '').replace(/ <Id is="[^"]*"[^>]*\/>/g, '');

  test('gets the ids that its author left out, each once', () => {
    const mended = withInsertions(bare, missingIds(bare, 'lesson', new Set()));
    const again = readItem(mended);
    expect(again.item.id).toMatch(/^lesson-/);
    expect(read.type.aliasedIds?.(again.item.body).length).toBe(
      read.type.aliasedIds?.(read.item.body).length,
    );
    expect(missingIds(mended, 'lesson', new Set())).toEqual([]);
  });

  test('is the same version each time it is compiled', () => {
    expect(readItem(mdx).item).toEqual(read.item);
  });
});
