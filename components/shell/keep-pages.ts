import { onAnswered } from './answered-event.ts';

/** How long somebody stays on a page before it is kept: pages that are only passed through are not. */
const settleMs = 2_000;

/**
 * Has the service worker keep the pages that are opened here. Pages that a link has opened came as data, so the worker
 * fetches them once more; a page on which something was answered is fetched again when it is left.
 */
export function keepPages(signal: AbortSignal): void {
  const isOn = document.querySelector('header[data-reader]') !== null;
  if (!isOn || process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  const hadWorker = navigator.serviceWorker.controller !== null;
  // Refused where the site has no https, or by the browser's settings: nothing is kept then.
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then(
    () => watch(hadWorker, signal),
    () => undefined,
  );
}

function watch(hadWorker: boolean, signal: AbortSignal): void {
  let path = location.pathname;
  let isOutdated = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = onAnswered(() => {
    isOutdated = true;
  });
  signal.addEventListener('abort', stop);
  const leave = (): void => {
    if (isOutdated) keep(path);
    isOutdated = false;
  };
  const look = (): void => {
    if (location.pathname === path) return;
    leave();
    path = location.pathname;
    clearTimeout(timer);
    timer = setTimeout(() => keep(path), settleMs);
  };
  for (const name of ['pointerover', 'focusin', 'keydown', 'popstate'])
    window.addEventListener(name, look, { signal });
  document.addEventListener('visibilitychange', leave, { signal });
  // A worker has seen the document of this page, unless it is new or was still starting.
  keep(path, hadWorker);
}

function keep(path: string, unlessKept = false): void {
  if (!navigator.onLine || savesData()) return;
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ keep: path, unlessKept }));
}

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return connection instanceof Object && Reflect.get(connection, 'saveData') === true;
}
