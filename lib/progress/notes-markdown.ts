/** A note as its file shows it. */
export interface WrittenNote {
  readonly passage: string;
  /** Empty for a bookmark. */
  readonly body: string;
  /** The full address of the passage. */
  readonly address: string;
  /** The day on which it was written, like 2026-11-22. */
  readonly day: string;
}

export interface NotesOfLesson {
  readonly lesson: string;
  readonly notes: readonly WrittenNote[];
}

/** All notes as a Markdown file: a heading for each lesson and each passage, the text as it was written. */
export function notesMarkdown(lessons: readonly NotesOfLesson[]): string {
  const parts = lessons.map(({ lesson, notes }) =>
    [`## ${oneLine(lesson)}`, ...notes.map(noteText)].join('\n\n'),
  );
  return `${['# My notes', ...parts].join('\n\n')}\n`;
}

function noteText({ passage, body, address, day }: WrittenNote): string {
  const head = `### ${oneLine(passage)}\n\n${day}, <${address}>`;
  return body === '' ? `${head}\n\nBookmark` : `${head}\n\n${body}`;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
