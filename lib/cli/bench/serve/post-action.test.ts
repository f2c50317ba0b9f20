import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { actionId, postOfAction } from './post-action.ts';

test('an action is found by its exported name', async () => {
  const folder = tempFolder('action-id');
  mkdirSync(join(folder, '.next/server'), { recursive: true });
  const node = { '40ab': { exportedName: 'showHint' }, '7fcd': { exportedName: 'submitAnswer' } };
  writeFileSync(join(folder, '.next/server/server-reference-manifest.json'), JSON.stringify({ node }));
  expect(await actionId(folder, 'submitAnswer')).toBe('7fcd');
  await expect(actionId(folder, 'other')).rejects.toThrow('names no action other');
});

test('a form is posted as the only argument of an action', async () => {
  const form = [['item', 'seed'] as const, ['blank', 'é'] as const, ['blank', '2'] as const];
  const post = await postOfAction({ port: 4000, path: '/lesson', action: '7fcd', cookie: 'a=b', form });
  expect(post).toMatchObject({ method: 'POST', path: '/lesson' });
  expect(post.headers).toMatchObject({
    'next-action': '7fcd',
    origin: 'http://localhost:4000',
    cookie: 'a=b',
  });
  const { body, headers } = post;
  const parts = await new Response(body ?? '', {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
  expect([...parts]).toEqual([
    ['_1_item', 'seed'],
    ['_1_blank', 'é'],
    ['_1_blank', '2'],
    ['0', '[null,"$K1"]'],
  ]);
});
