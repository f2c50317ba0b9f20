/** Characters that do not belong in a name: those without width, and letters that look like spaces. */
const unseen =
  /(?![\t\n\v\f\r\u0085\u200c-\u200d\u202d-\u202e])[\p{Cc}\p{Cf}]|[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;

/** Joiners that do not change how a neighbour is drawn. */
const idleJoiners =
  /(?<![\p{scx=Arabic}\p{scx=Syriac}\p{scx=Mongolian}\p{scx=Nko}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Gurmukhi}\p{scx=Gujarati}\p{scx=Oriya}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Sinhala}\p{scx=Khmer}\p{scx=Myanmar}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/**
 * A name as others see it: as typed, but with single spaces and without invisible characters.
 * Joiners stay where a script needs them. Characters that override the direction of writing stay too, so that a form
 * can refuse them: no keyboard types them.
 */
export function cleanName(text: string): string {
  return text.normalize('NFC').replace(unseen, '').replace(idleJoiners, '').replace(/\s+/gu, ' ').trim();
}

export const overridesDirection = (name: string): boolean => /[\u202d\u202e]/.test(name);
