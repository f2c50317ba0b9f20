import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AnyKindView, kindViews } from '#components/item/kinds/registry.ts';
import { type AnyItemType, itemTypes } from '#lib/item/registry.ts';

const page = readFileSync('content/handbook/author/questions.mdx', 'utf8');
const types = Object.values<AnyItemType>(itemTypes);
const views: Record<string, AnyKindView> = kindViews;

test('the table of kinds lists each kind with its tag, its label and where it may be used', () => {
  const rows = types.map(
    ({ name, component, graded }) =>
      `| ${name.replace('code-', 'code ')} | \`${component}\` | ${views[name]?.label} | yes | ${graded ? 'yes' : 'no'} |`,
  );
  for (const row of rows) expect(page).toContain(row);
  expect(page.match(/^\| .* \| `[A-Z]\w*` \| /gm)).toHaveLength(rows.length);
});

test.each(types)('$component has a section with an example', ({ component }) => {
  const [, section = ''] = page.split(new RegExp(`^## ${component}$`, 'm'));
  const own = section.split(/^## /m)[0] ?? '';
  expect(own).toContain(`<${component} id="`);
});
