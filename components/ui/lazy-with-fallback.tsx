import { type ComponentType, lazy } from 'react';

/**
 * A part of the page whose script is fetched when it is first drawn. Without a connection it says so in its own place,
 * where a script that does not come would otherwise take the whole page down.
 */
export function lazyWithFallback<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotLoaded }),
    ),
  );
}

function NotLoaded() {
  return <p role="alert">This part of the page did not load. Check the connection and reload the page.</p>;
}
