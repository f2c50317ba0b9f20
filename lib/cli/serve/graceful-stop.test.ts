import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';

/**
 * A server whose answers never keep a client waiting, but for `/slow`, which takes half a second, `/never`, and `/program`,
 * which waits until it is interrupted. `/stopping` says whether the server is.
 */
const program = `
import { createServer } from 'node:http';
const state = Reflect.get(globalThis, Symbol.for('surefoot.stop'));
const waiting = [];
state.hooks.push({
  interrupt: () => waiting.forEach((response) => response.end('interrupted')),
  close: async () => console.log('closed'),
});
createServer((request, response) => {
  if (request.url === '/never') return;
  if (request.url === '/program') return waiting.push(response);
  if (request.url === '/stopping') return response.end(String(state.isStopping));
  if (request.url === '/slow') console.log('received');
  setTimeout(() => response.end('done'), request.url === '/slow' ? 500 : 0);
}).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** The exit code and what was printed. */
  readonly ended: Promise<{ code: number | null; output: string }>;
}

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function serve(parent = process.pid): Promise<Running> {
  const preload = new URL('./graceful-stop.mjs', import.meta.url).href;
  const child = spawn(process.execPath, [`--import=${preload}`, '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SUREFOOT_PARENT: String(parent) },
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const ended = once(child, 'exit').then(([code]) => ({ code, output }));
  await once(child.stdout, 'data');
  return { child, port: Number(output), ended };
}

interface Reply {
  readonly text: string;
  readonly connection: string | undefined;
}

/** The response, or the code of the error. */
function ask(port: number, path: string, agent: Agent): Promise<Reply | string> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent }, (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString()));
      response.once('end', () => resolve({ text, connection: response.headers.connection }));
      response.once('error', () => resolve('cut'));
    });
    request.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'failed'));
  });
}

const keptOpen = () => new Agent({ keepAlive: true, keepAliveMsecs: 60_000 });

describe.concurrent('a server that is asked to end', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'by %s finishes what it has, though clients keep asking',
    async (signal) => {
      const { child, port, ended } = await serve();
      const agent = keptOpen();
      let asking = true;
      const busy = [1, 2, 3, 4].map(async () => {
        while (asking) {
          // A server that is gone is not asked again.
          if (typeof (await ask(port, '/', agent)) === 'string') return;
        }
      });
      const slow = ask(port, '/slow', agent);
      if (child.stdout) await once(child.stdout, 'data');
      child.kill(signal);
      expect(await slow).toEqual({ text: 'done', connection: 'close' });
      expect(await ended).toMatchObject({ code: 0, output: expect.stringContaining('closed') });
      asking = false;
      await Promise.all(busy);
      expect(await ask(port, '/', agent)).toBe('ECONNREFUSED');
    },
  );

  test('says so to who asks before the last connection is closed', async () => {
    const { child, port, ended } = await serve();
    const agent = keptOpen();
    expect(await ask(port, '/stopping', agent)).toMatchObject({ text: 'false', connection: 'keep-alive' });
    child.kill('SIGTERM');
    let reply = await ask(port, '/stopping', agent);
    while (typeof reply === 'object' && reply.text === 'false') reply = await ask(port, '/stopping', agent);
    expect(reply).toEqual({ text: 'true', connection: 'close' });
    expect(await ended).toMatchObject({ code: 0 });
  });

  test('interrupts programs so that they are answered, and does not wait for what never ends', async () => {
    const { child, port, ended } = await serve();
    const agent = keptOpen();
    const [never, interrupted] = [ask(port, '/never', agent), ask(port, '/program', agent)];
    await pause(100);
    child.kill('SIGTERM');
    expect(await interrupted).toMatchObject({ text: 'interrupted' });
    expect(await never).toBe('ECONNRESET');
    expect(await ended).toMatchObject({ code: 0, output: expect.stringContaining('closed') });
  });

  test('a second time ends at once', async () => {
    const { child, port, ended } = await serve();
    const agent = keptOpen();
    const waiting = ask(port, '/program', agent);
    await pause(100);
    child.kill('SIGTERM');
    // The same request, as a terminal and npm send it.
    child.kill('SIGINT');
    await pause(2_000);
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 1, output: expect.not.stringContaining('closed') });
    expect(await waiting).toBe('ECONNRESET');
  });

  test('by the end of its parent ends', async () => {
    const { ended } = await serve(process.ppid);
    expect(await ended).toMatchObject({ code: 0 });
  });
});
