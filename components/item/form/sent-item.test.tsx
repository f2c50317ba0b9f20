import { expect, test } from 'vitest';
import { renderForm } from '#components/item/testing/plain-form.tsx';
import { served } from '#components/item/testing/question-page.tsx';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { Rich } from '#lib/text/rich.ts';
import { sentItem } from './sent-item.ts';

const asking = (prompt: Rich): ServedItem => ({
  ...served({ type: 'output', view: { options: null } }),
  prompt,
});

test('a prompt is sent as markup alone', async () => {
  const { itemJson, promptHash } = await sentItem(asking([['p', null, 'What is <printed>?']]));
  expect(itemJson).not.toContain('printed');
  const html = await renderForm(JSON.parse(itemJson), true, promptHash);
  expect(html).toContain('<div class="prose"><p>What is &lt;printed&gt;?</p></div>');
});

test('a prompt with a part that is not the same for everyone stays in the item', async () => {
  const item = asking([
    ['p', null, 'Read on'],
    ['Trace', { data: '{}' }],
  ]);
  expect(await sentItem(item)).toEqual({ itemJson: JSON.stringify(item), promptHash: undefined });
});
