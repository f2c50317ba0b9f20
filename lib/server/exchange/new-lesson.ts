import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type NewLesson =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly problem: string };

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Writes a lesson `track/lesson` below `tracks`, and its track if there is none. It has one objective, which its author
 * rewords. What is there already is not written over.
 * @param today a date such as 2026-11-29
 * @param withQuestion whether it gets a question to begin with
 */
export async function createLesson(
  into: string,
  tracks: string,
  today: string,
  { withQuestion = false } = {},
): Promise<NewLesson> {
  const [track = '', slug = '', ...more] = into.split('/');
  if (!name.test(track) || !name.test(slug) || more.length > 0)
    return {
      ok: false,
      problem: `A new lesson is named track/lesson, both in lower-case words joined by hyphens, not "${into}".`,
    };
  const trackFile = join(tracks, track, 'track.mdx');
  const listed = existsSync(trackFile)
    ? withLesson(await readFile(trackFile, 'utf8'), slug)
    : trackText(track, slug, today);
  if (listed === null)
    return { ok: false, problem: `Add "${slug}" to the list \`lessons\` of ${trackFile} first.` };
  const folder = join(tracks, track, slug);
  const texts = [
    ['lesson.mdx', lessonText(slug, today)],
    ...(withQuestion ? [['practice.mdx', practiceText(slug)] as const] : []),
  ] as const;
  const there = texts.map(([file]) => join(folder, file)).find((file) => existsSync(file));
  if (there !== undefined) return { ok: false, problem: `There is a file ${there} already.` };
  await mkdir(folder, { recursive: true });
  await writeFile(trackFile, listed);
  for (const [file, text] of texts) await writeFile(join(folder, file), text, { flag: 'wx' });
  return { ok: true, files: [trackFile, ...texts.map(([file]) => join(folder, file))] };
}

/** The page of a track with one more lesson; null if its list is not on one line. */
function withLesson(text: string, slug: string): string | null {
  const [line, listed] = /^lessons: *\[(.*)\] *$/m.exec(text) ?? [];
  if (line === undefined) return null;
  const names = (listed ?? '').split(',').map((one) => one.trim());
  return names.includes(slug)
    ? text
    : text.replace(line, `lessons: [${[...names.filter(Boolean), slug].join(', ')}]`);
}

const titleOf = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

const trackText = (track: string, slug: string, today: string): string => `---
id: ${track}
title: ${titleOf(track)}
summary: Say in a sentence what this track is about.
lessons: [${slug}]
updated: ${today}
---

Say what this track is for.
`;

const lessonText = (slug: string, today: string): string => `---
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

const practiceText = (slug: string): string => `<Choice id="${slug}-first" level="easy" objective="main">

What is asked?

- [x] The right answer <Id is="right" />
  > Say why it is right.
- [ ] An answer of somebody who has not understood it yet <Id is="wrong" />
  > Say what this answer overlooks.
- [ ] Another one <Id is="other" />
  > Say what this answer overlooks.

<Hint>Say what to think of, not the answer.</Hint>

<Solution>

Say how to get to the right answer.

</Solution>

</Choice>
`;
