import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { tempFolder } from '#tests/temp-folder.ts';

test('check --watch prints what an edit changes, and nothing else', async () => {
  const dir = tempFolder('watch');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, 'course', path)), { recursive: true });
    writeFileSync(join(dir, 'course', path), text);
  };
  for (const [path, text] of Object.entries({ ...goodCourse, 'good/scale.mdx': '<Quiz />\n' }))
    write(path, text);
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/content.ts', 'check', dir, '--watch']);
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  const until = async (words: string) => {
    while (!printed.includes(words)) await once(child.stdout, 'data');
    const found = printed.slice(0, printed.indexOf(words) + words.length);
    printed = printed.slice(found.length);
    return found;
  };
  expect(await until('Watching')).toContain('scale.mdx:1:1  component');
  await until('\n');
  write('good/why.mdx', 'Words.\n\n# Big\n');
  const first = await until('finding');
  expect(first.split('\n').slice(0, -1)).toEqual([
    expect.stringMatching(/^new .*good\/why\.mdx:3:1 {2}heading-one {2}/),
  ]);
  await until('\n');
  write('good/scale.mdx', goodCourse['good/scale.mdx'] ?? '');
  expect((await until('finding')).split('\n').slice(0, -1)).toEqual([
    expect.stringMatching(/^mended .*good\/scale\.mdx:1:1 {2}component$/),
  ]);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 300_000);
