import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '#lib/result.ts';
import { runForm } from './action.ts';
import { many, one } from './form-values.ts';

const Schema = z.object({ name: one(z.string().min(1, 'Write a name.')), tags: many(z.string()) });

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test('only the fields of the schema reach the workflow', async () => {
  const workflow = vi.fn(async (_input: unknown) => ok('done'));
  const state = await runForm(
    Schema,
    form(['name', 'Ada'], ['tags', 'a'], ['tags', 'b'], ['role', 'admin']),
    async (v) => v,
    workflow,
  );
  expect(workflow).toHaveBeenCalledWith({ name: 'Ada', tags: ['a', 'b'] });
  expect(state).toEqual({ ok: true, value: 'done' });
});

test('a form that is not well made never reaches the workflow, and nothing typed is sent back', async () => {
  const workflow = vi.fn(async (_input: unknown) => ok('done'));
  const state = await runForm(Schema, form(['name', ''], ['tags', 'hunter2']), async (v) => v, workflow);
  expect(workflow).not.toHaveBeenCalled();
  expect(state).toEqual({ ok: false, reason: 'invalid', fields: { name: ['Write a name.'] } });
});

test('a refusal carries its reason and nothing more; what follows success does not happen', async () => {
  const afterwards = vi.fn(async () => null);
  const state = await runForm(Schema, form(['name', 'Ada']), afterwards, async () => refuse('too-late'));
  expect(state).toEqual({ ok: false, reason: 'too-late' });
  expect(afterwards).not.toHaveBeenCalled();
});
