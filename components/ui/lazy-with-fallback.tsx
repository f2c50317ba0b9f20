import { type ComponentType, lazy } from 'react';

/**
 * A component whose script loads when it is first rendered. If that fails, a message replaces the component,
 * where a failed import would otherwise break the whole page.
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
