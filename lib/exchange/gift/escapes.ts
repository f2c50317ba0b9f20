/** Signs that a backslash takes out of the syntax, and the stand-ins that they have while a question is cut up. */
const signs = ['\\', '~', '=', '#', '{', '}', ':'];
const first = 0xe000;
const lineBreak = String.fromCharCode(first + signs.length);

/** Replaces escaped signs by characters of the private area, so that the rest can be cut at signs. */
export function hideEscaped(text: string): string {
  return text.replace(/\\([\\~=#{}:n])/g, (_whole, sign: string) =>
    sign === 'n' ? lineBreak : String.fromCharCode(first + signs.indexOf(sign)),
  );
}

/** The signs in place of their stand-ins. */
export function showEscaped(text: string): string {
  return text.replace(/[\ue000-\ue007]/g, (standIn) =>
    standIn === lineBreak ? '\n' : (signs[standIn.charCodeAt(0) - first] ?? ''),
  );
}

/** Text as GIFT writes it, in one line. */
export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n');
}
