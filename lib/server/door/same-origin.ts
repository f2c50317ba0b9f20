/**
 * Whether a request that changes something was sent by our own pages. Browsers send Sec-Fetch-Site or Origin, and no page
 * can forge them; a request with neither is refused.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return origin === publicUrl || new URL(origin).host === headers.get('host');
}

/** The same for a followed link, which has no Origin: for links that appear only on our own pages. */
export function isOwnLink(headers: Pick<Headers, 'get'>, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const referer = headers.get('referer');
  if (referer === null || !URL.canParse(referer)) return false;
  const { origin, host } = new URL(referer);
  return origin === publicUrl || host === headers.get('host');
}
