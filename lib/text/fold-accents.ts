/** All marks on Latin and Greek letters, those of Vietnamese tones among them. */
const diacritics = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/** Letters with a stroke, which Unicode does not take apart into a letter and a mark, and the letters without it. */
const stroked = 'ĐđŁłØøĦħŦŧƀɃȺⱥȻȼɆɇǤǥƗɨɈɉɌɍɎɏƵƶⱣᵽꝀꝁ';
const unstroked = 'DdLlOoHhTtbBAaCcEeGgIiJjRrYyZzPpKk';
const strokes = new RegExp(`[${stroked}]`, 'g');

/** Stress marks of Cyrillic vowels. Other marks make letters of their own: й, ё, ї, ѓ, ӣ. */
const stress = /(?<=[аеиоуыэюяєіѵѣ]\u0308?)[\u0300\u0301\u030f\u0311]+/giu;

/** Vowel points and reading marks of Hebrew and Arabic, which most texts leave out. A hamza or madda is not among them. */
const points =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u0658\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/gu;

/**
 * The text without accents, in scripts where a mark is added to a letter that stays the same one without it. Marks that
 * are vowels, tones or letters of other scripts (Indic, Thai, Japanese, Korean …) stay.
 */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(diacritics, '')
    .replace(strokes, (letter) => unstroked[stroked.indexOf(letter)] ?? letter)
    .replace(stress, '')
    .replace(points, '')
    .normalize('NFC');
}
