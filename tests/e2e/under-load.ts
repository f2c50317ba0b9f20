import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { expect } from '@playwright/test';

/**
 * Sends a signal while visitors ask for pages, and waits until the command and every process that it has started are gone:
 * all of them have its output open, so the streams must be pipes that are read.
 */
export async function endUnderLoad(
  child: ChildProcess,
  port: number,
  { signal, toGroup = false }: { readonly signal: NodeJS.Signals; readonly toGroup?: boolean },
): Promise<void> {
  const allGone = once(child, 'close');
  const asking = keepAsking(port);
  process.kill(toGroup ? -Number(child.pid) : Number(child.pid), signal);
  await Promise.all([allGone, asking]);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
}

/** Asks for pages on connections that stay open until the server is gone. */
async function keepAsking(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const isAnswered = () =>
    new Promise<boolean>((resolve) => {
      get({ host: '127.0.0.1', port, path: '/', agent }, (response) => {
        response.resume().once('close', () => resolve(true));
      }).once('error', () => resolve(false));
    });
  const visitor = async () => {
    while (await isAnswered());
  };
  await Promise.all([1, 2, 3, 4].map(visitor));
}
