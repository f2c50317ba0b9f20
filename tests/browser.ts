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

/** An existing Chromium: that of CHROMIUM_PATH, an installed one or Playwright's own. */
function installedBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !isBrowser(named))
    throw new Error(`CHROMIUM_PATH names ${named}, which does not run as a browser`);
  return named || [...usualPaths, chromium.executablePath()].find(isBrowser);
}

/** Some systems install a script under a browser's name that only explains how to install the browser. */
function isBrowser(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** The path of a Chromium, which is installed if there is none. */
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
    'The browser tests need a browser. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
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
