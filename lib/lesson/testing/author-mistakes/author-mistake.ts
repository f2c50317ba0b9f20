/** A mistake of an author; `▸` in `text` is where it should be named, and is not part of the text. */
export interface AuthorMistake {
  readonly name: string;
  /** A file of the lesson, or `track.mdx`. */
  readonly file: string;
  readonly text: string;
  /** What a helpful person would say. */
  readonly says: RegExp;
}

/** Front matter of a lesson without a mistake. */
export const goodHead = `---
id: words
title: Words
summary: What words do.
objectives:
  - id: first
    text: Say what a word does
authors: [Maria]
sources:
  - title: Words
    url: https://example.org/words
updated: 2026-11-22
---
`;

const goodText = '\nA word stands for a thing.\n';

/** The files of a lesson without a mistake. */
export const goodLesson: Readonly<Record<string, string>> = { 'lesson.mdx': goodHead + goodText };

/** A mistake in the text of an activity. */
export const inText = (name: string, text: string, says: RegExp): AuthorMistake => ({
  name,
  file: 'why.mdx',
  text: `${text}\n`,
  says,
});

/** A mistake in a file that holds items. */
export const inItem = (name: string, text: string, says: RegExp): AuthorMistake => ({
  name,
  file: 'practice.mdx',
  text: `${text}\n`,
  says,
});

/** A mistake in the options of a choice. */
export const inOptions = (name: string, options: string, says: RegExp): AuthorMistake =>
  inItem(name, `<Choice id="q">\n\nWhat holds?\n\n${options}\n\n</Choice>`, says);

/** A mistake in the front matter of the lesson: a part of it is replaced. */
export function inHead(name: string, was: string, is: string, says: RegExp): AuthorMistake {
  if (!goodHead.includes(was)) throw new Error(`The good front matter has no «${was}»`);
  return { name, file: 'lesson.mdx', text: goodHead.replace(was, () => is) + goodText, says };
}
