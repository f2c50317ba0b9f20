import type { AuthorMistake } from './author-mistake.ts';

const named = (file: string, says: RegExp): AuthorMistake => ({
  name: `a file named ${file}`,
  file,
  text: '▸A word.\n',
  says,
});

/** Mistakes in the names of files. */
export const fileMistakes: readonly AuthorMistake[] = [
  named('~$practice.mdx', /word processor.*close/i),
  named('practice.md', /practice\.mdx/),
  named('Practice.mdx', /practice\.mdx/),
  named('practise.mdx', /practice\.mdx/),
  named('practice (1).mdx', /copy.*practice\.mdx/i),
  named('practice - Copy.mdx', /copy.*practice\.mdx/i),
  named('practice.mdx.txt', /practice\.mdx/),
  named('practice.docx', /word processor.*practice\.mdx/i),
  named('exercises.mdx', /practice\.mdx/),
];
