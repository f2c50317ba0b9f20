/** Flags of regions are one black flag and tags behind it, which are invisible and yet tell England from Scotland. */
const invisible =
  /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/**
 * The text without signs that nobody sees (zero-width signs, soft hyphens, joiners, marks of direction, variation
 * selectors, control characters), and with each accented letter in one spelling (NFC). For comparing, not for showing:
 * joiners change how some scripts are drawn.
 */
export function visibleText(text: string): string {
  return text.replace(invisible, '$1').normalize('NFC');
}
