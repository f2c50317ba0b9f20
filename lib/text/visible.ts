/** Flags of regions are a black flag with tags after it, which are invisible and yet distinguish England from Scotland. */
const invisible =
  /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/**
 * The text without invisible characters (zero-width characters, soft hyphens, joiners, direction marks, variation
 * selectors, control characters), in NFC. For comparing, not for showing:
 * joiners change how some scripts are drawn.
 */
export function visibleText(text: string): string {
  return text.replace(invisible, '$1').normalize('NFC');
}
