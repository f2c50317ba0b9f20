import { setTimeout as pause } from 'node:timers/promises';

/** True once the server says that it is well; false when it went away first or took longer than a minute. */
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
    // Nobody listens yet.
    return false;
  }
}
