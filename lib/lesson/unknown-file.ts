import { nearest } from './nearest.ts';

/** What else people call an activity, by the name of its file. */
const otherNames: Readonly<Record<string, string>> = {
  index: 'lesson.mdx',
  introduction: 'lesson.mdx',
  intro: 'lesson.mdx',
  readme: 'lesson.mdx',
  exercises: 'practice.mdx',
  exercise: 'practice.mdx',
  tasks: 'try.mdx',
  quiz: 'pool.mdx',
  test: 'pool.mdx',
  questions: 'pool.mdx',
  flashcards: 'review.mdx',
  cards: 'review.mdx',
  trace: 'visualize.mdx',
};

const endings = /(?:\.(?:mdx?|markdown|txt|docx?|odt|rtf|html?))+$/i;

/** Whether a file has the name of an activity and the ending of another program, as `practice.mdx.txt`. */
export function isActivityOfOtherProgram(name: string, known: readonly string[]): boolean {
  const stem = name.replace(endings, '').toLowerCase();
  return stem !== name.toLowerCase() && !/\.mdx?$/i.test(name) && known.includes(`${stem}.mdx`);
}

/** What to do with a file of a lesson whose name is none of those known. */
export function unknownFile(name: string, known: readonly string[]): string {
  if (name.startsWith('~$') || name.startsWith('.~lock'))
    return 'A word processor leaves this file while it has another one open; it holds no text. Close the word processor, then remove the file.';
  const stem = name.replace(endings, '');
  const single = stem.replace(/(?: ?\(\d+\)| - Copy(?: \(\d+\))?|[ _-]copy(?: \d+)?|~)$/i, '');
  const meant = nearest(`${single.trim()}.mdx`, known) ?? otherNames[single.trim().toLowerCase()];
  const list = `A lesson has no file of this name. There are ${known.join(', ')}.`;
  if (/\.(?:docx?|odt|rtf)$/i.test(name))
    return `This is a file of a word processor, which is not read. Save its text as plain text${meant ? ` under the name ${meant}` : ''}, and remove this file. ${list}`;
  if (meant === undefined) return `${list} Rename or remove it.`;
  if (single !== stem)
    return `This looks like a copy of ${meant}, and is not read. Remove it, or move its text there.`;
  return `${list} Rename it to ${meant}, or remove it.`;
}
