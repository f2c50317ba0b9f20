import { expect, test } from 'vitest';
import { heapOptions } from './run-command.ts';

test.each([
  { chosen: undefined, options: ['--max-old-space-size=1536'] },
  { chosen: '', options: ['--max-old-space-size=1536'] },
  { chosen: '--enable-source-maps', options: ['--max-old-space-size=1536'] },
  { chosen: '--enable-source-maps --max-old-space-size=4096', options: [] },
  { chosen: '--max_old_space_size=4096', options: [] },
])('with NODE_OPTIONS=$chosen the server gets $options', ({ chosen, options }) =>
  expect(heapOptions(chosen)).toEqual(options),
);
