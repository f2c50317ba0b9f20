/**
 * Whether a lesson may link to a URL: https, a mail address, a path of this site or a heading.
 * Reads the URL as a browser would: blanks and control characters within a scheme do not hide it.
 */
export function mayLinkTo(url: string): boolean {
  return /^(?:#|\/(?![/\\]|%5c)|https:\/\/|mailto:)/i.test(asBrowsersRead(url));
}

/** Whether a link names a file beside its own one rather than a site, a path of this site or a heading. */
export const isRelative = (url: string): boolean =>
  url !== '' && !/^(?:[#/?\\]|[A-Za-z][A-Za-z\d+.-]*:)/.test(asBrowsersRead(url));

function asBrowsersRead(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these inside a scheme
  return url.replace(/[\u0000-\u0020\u00ad\u200b-\u200f\u2028-\u202f\ufeff]/g, '');
}
