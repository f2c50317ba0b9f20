import { expect, test, vi } from 'vitest';
import { createHighlighter } from './highlight.ts';

test('code is coloured the same however slow the machine is', async () => {
  const { highlight } = await createHighlighter();
  const code =
    'for epoch in range(3):\n    loss = train(model, seed=42)  # one pass\n    print(f"{epoch}: {loss:.3f}")';
  const quick = highlight(code, 'python');
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 10_000;
    return now;
  });
  const slow = highlight(code, 'python');
  clock.mockRestore();
  expect(slow).toEqual(quick);
  expect(JSON.stringify(quick)).toContain('tk-keyword');
});
