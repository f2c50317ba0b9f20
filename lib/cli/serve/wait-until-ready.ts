import { setTimeout as pause } from 'node:timers/promises';

/** Resolves to true once the server reports that it is healthy; false when it ends first or takes over a minute. */
export async function waitUntilReady(url: string, isAlive: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 240 && isAlive(); tries++) {
    if (await isHealthy(url)) return true;
    await pause(250);
  }
  return false;
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(20_000) });
    return answer.ok;
  } catch {
    // The server does not listen yet.
    return false;
  }
}
