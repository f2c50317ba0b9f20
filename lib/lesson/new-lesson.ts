import { type LessonFiles, type LessonRef, trackFile, trackPage } from './lesson-files.ts';

const titleOf = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** The page of a new track. */
export const newTrackText = (track: string, lessons: readonly string[], today: string): string => `---
id: ${track}
title: ${titleOf(track)}
summary: Say in a sentence what this track is about.
lessons: [${lessons.join(', ')}]
updated: ${today}
---

Say what this track is for.
`;

/** A new lesson's own file, with one objective, which its author rewords. */
export const newLessonText = (slug: string, today: string): string => `---
id: ${slug}
title: ${titleOf(slug)}
summary: Say in a sentence what this lesson is about.
objectives:
  - id: main
    text: Say what a learner can do after this lesson
authors: [Name of the author]
updated: ${today}
---

Say what it is, and when one needs it.
`;

/** The files that a lesson, or the page of a track, begins with. */
export const newLessonFiles = ({ track, lesson }: LessonRef, today: string): LessonFiles =>
  lesson === trackPage
    ? { [trackFile]: newTrackText(track, [], today) }
    : { 'lesson.mdx': newLessonText(lesson, today) };

/** The page of a track with one more lesson at the end of its list; null if there is no list to add it to. */
export function withListedLesson(page: string, slug: string): string | null {
  const inline = /^lessons: *\[([^\]]*?),?\s*\]/m.exec(page);
  if (inline) {
    const [line, listed = ''] = inline;
    if (namesIn(listed.split(',')).includes(slug)) return page;
    const before = listed.trim() === '' ? '' : `${listed}, `;
    return page.replace(line, () => `lessons: [${before}${slug}]`);
  }
  const block = /^lessons: *\n((?: *- .*(?:\n|$))+)/m.exec(page);
  if (!block) return null;
  const [whole, list = ''] = block;
  const items = list.split('\n').filter((line) => line.trim() !== '');
  if (namesIn(items.map((line) => line.replace(/^ *- /, ''))).includes(slug)) return page;
  const indent = /^ */.exec(items[0] ?? '')?.[0] ?? '';
  const end = whole.endsWith('\n') ? '' : '\n';
  return page.replace(whole, () => `${whole}${end}${indent}- ${slug}\n`);
}

const namesIn = (parts: readonly string[]): string[] =>
  parts.map((part) =>
    part
      .replace(/#.*$/, '')
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2'),
  );
