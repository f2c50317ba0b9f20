import { setTimeout as pause } from 'node:timers/promises';

/** Resolves to true once the server reports that it is healthy; false when it ends first or takes over a minute. */
export function waitUntilReady(url: string, isAlive: () => boolean): Promise<boolean> {
  return waitForHealth(url, isAlive, ({ ok }) => ok);
}

/** The same for a server that answers at all, even if it is not healthy. */
export function waitUntilListening(url: string, isAlive: () => boolean): Promise<boolean> {
  return waitForHealth(url, isAlive, () => true);
}

async function waitForHealth(
  url: string,
  isAlive: () => boolean,
  isEnough: (response: Response) => boolean,
): Promise<boolean> {
  for (let tries = 0; tries < 240 && isAlive(); tries++) {
    const response = await askHealth(url);
    if (response && isEnough(response)) return true;
    await pause(250);
  }
  return false;
}

async function askHealth(url: string): Promise<Response | undefined> {
  try {
    return await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(20_000) });
  } catch {
    // The server does not listen yet.
    return undefined;
  }
}
