/** The path to open after signing in: `next` if it is a path of this site, otherwise the fallback. */
export function returnPath(next: string | undefined, fallback = '/'): string {
  if (next === undefined || !next.startsWith('/') || next.length > 1000) return fallback;
  const home = 'http://here.invalid';
  const url = URL.canParse(next, home) ? new URL(next, home) : null;
  if (url === null || url.origin !== home || url.pathname.startsWith('//')) return fallback;
  return isSignInPath(url.pathname) ? fallback : `${url.pathname}${url.search}${url.hash}`;
}

/** Returning to one of these pages after signing in would be a loop. */
function isSignInPath(path: string): boolean {
  return path === '/signin' || path === '/signup' || path.startsWith('/api/');
}
