const prefix = 'surefoot.place:';

/** The anchor at which a text was left on this device; null when there is none, or no storage. */
export function readPlace(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Remembers where a text was left on this device; null forgets it. */
export function keepPlace(name: string, anchor: string | null): void {
  try {
    if (anchor === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, anchor);
  } catch {
    // Without storage nothing is remembered.
  }
}
