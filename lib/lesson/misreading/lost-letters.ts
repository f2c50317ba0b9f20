import type { Finding } from '#lib/lesson/lesson.ts';
import { maskCode } from '#lib/lesson/mask.ts';

/** Control characters; tabs and line ends are none of them, and NUL is refused before. */
const control = /(?![\t\n\r])\p{Cc}/u;
/** What stands for a letter that could not be read, beside another one. */
const replaced = /(?<=\p{L})\ufffd|\ufffd(?=\p{L})/u;
/** UTF-8 that was once read as Windows-1252: `Ã©` for é, `â€™` for an apostrophe. */
const readTwice = /Ã[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

const messages = [
  {
    form: control,
    message:
      'This line holds a control character, which nobody can see. Remove it, and save the file as UTF-8.',
  },
  {
    form: replaced,
    message:
      'This character stands for a letter that was lost when the file was saved. Write the letter again, or put the character into `inline code`.',
  },
  {
    form: readTwice,
    message:
      'These characters are one letter that was saved in one encoding and read in another. Write the letter again, or put the characters into `inline code`.',
  },
] as const;

/** Letters that were lost before the file was saved as UTF-8, outside code; at most one finding for a line. */
export function lostLetters(file: string, text: string): Finding[] {
  if (!messages.some(({ form }) => form.test(text))) return [];
  return maskCode(text)
    .masked.split('\n')
    .flatMap((content, index): Finding[] => {
      const [found] = messages.flatMap(({ form, message }) => {
        const at = content.search(form);
        return at === -1 ? [] : [{ column: at + 1, message }];
      });
      return found ? [{ file, line: index + 1, severity: 'error', rule: 'encoding', ...found }] : [];
    });
}
