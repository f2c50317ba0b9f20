import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/temp-folder.ts';
import { servingNow } from './serving.ts';

/** A process that notes itself and waits. */
async function server(folder: string) {
  const file = new URL('./serving.ts', import.meta.url).href;
  const program = `import { noteServing } from ${JSON.stringify(file)}; noteServing(${JSON.stringify(folder)}); process.once('SIGTERM', () => process.exit(0)); setInterval(() => undefined, 1000); console.log('noted');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  await once(child.stdout, 'data');
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await once(child, 'exit');
  };
  return { pid: child.pid, stop };
}

test('a server is known while it runs, and what a killed one has left counts no more', async () => {
  const folder = join(tempFolder('serving'), 'servers');
  expect(servingNow(folder)).toEqual([]);
  const [first, second] = [await server(folder), await server(folder)];
  expect(new Set(servingNow(folder))).toEqual(new Set([first.pid, second.pid]));
  await first.stop('SIGTERM');
  expect(readdirSync(folder)).toEqual([String(second.pid)]);
  await second.stop('SIGKILL');
  expect(servingNow(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a build beside a server is refused, and names it', async () => {
  const checkout = tempFolder('serving');
  const { pid, stop } = await server(join(checkout, '.next', 'cache', 'surefoot-servers'));
  const command = fileURLToPath(new URL('../build.ts', import.meta.url));
  const args = ['--import', import.meta.resolve('tsx'), command];
  const build = spawn(process.execPath, args, { cwd: checkout });
  let said = '';
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (data) => (said += String(data)));
  const [code] = await once(build, 'close');
  await stop('SIGTERM');
  expect(code).toBe(1);
  expect(said).toBe(
    `Process ${pid} serves the build of this folder, and a new build would take its files away. Stop it first, or build in another folder: see /help/operator/upgrading.\n`,
  );
});

test.runIf(existsSync('/proc/self/stat'))('another process with the same number is no server', () => {
  const folder = tempFolder('serving');
  writeFileSync(join(folder, String(process.pid)), 'another start');
  expect(servingNow(folder)).toEqual([]);
});
