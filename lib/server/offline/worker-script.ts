import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import { offlinePage, offlinePolicy } from './offline-page.ts';

/** Larger files are for few pages, such as editors: they are kept when a page has loaded them. */
const maxFileBytes = 300_000;

const root = (...parts: readonly string[]): string =>
  join(/* turbopackIgnore: true */ process.cwd(), ...parts);

/** The script of the service worker of this build. */
export function workerScript(): Promise<string> {
  return oncePerProcess('worker-script', makeScript);
}

/** Replaces a worker that must go: it removes all that was kept, and itself. */
export const removalScript = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(
  caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith('surefoot-')).map((name) => caches.delete(name))))
    .then(() => registration.unregister()),
));
`;

async function makeScript(): Promise<string> {
  const source = await readFile(root('lib', 'server', 'offline', 'service-worker.mjs'), 'utf8');
  const build = (await readFile(root('.next', 'BUILD_ID'), 'utf8')).trim();
  const settings = { build, files: await filesOf(), offlinePage, offlinePolicy };
  return `${source.replace(/^export /gm, '')}\nstartWorker(self, ${JSON.stringify(settings)});\n`;
}

/** The addresses of the scripts and styles of this build. Fonts stay in the cache of the browser. */
async function filesOf(): Promise<string[]> {
  const folder = root('.next', 'static');
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(
    names
      .filter((name) => /\.(js|css)$/.test(name))
      .map(async (name) => {
        const { size } = await stat(join(/* turbopackIgnore: true */ folder, name));
        return size <= maxFileBytes ? [`/_next/static/${name.replaceAll('\\', '/')}`] : [];
      }),
  );
  return found.flat().toSorted();
}
