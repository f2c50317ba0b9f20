import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const usualPaths = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium that is there already: the named one, an installed one, Playwright's own. */
function installedBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !isBrowser(named))
    throw new Error(`CHROMIUM_PATH names ${named}, which is no browser that runs`);
  return named || [...usualPaths, chromium.executablePath()].find(isBrowser);
}

/** Some systems put a script in a browser's place that only says how to install it. */
function isBrowser(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** The path of a Chromium; one is fetched when none is there. */
export function findBrowser(): string {
  const attempts: (() => void)[] = [
    () => undefined,
    () => runCommand('npx', 'playwright', 'install', 'chromium'),
    () => {
      if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
      runCommand('apt-get', 'update');
      runCommand('apt-get', 'install', '-y', 'chromium');
    },
  ];
  for (const attempt of attempts) {
    attempt();
    const found = installedBrowser();
    if (found) return found;
  }
  throw new Error(
    'No browser for the browser tests. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

function runCommand(command: string, ...given: string[]): void {
  console.error(`No browser found yet: ${[command, ...given].join(' ')}`);
  spawnSync(command, given, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(findBrowser());
