import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newLessonText, newTrackText, withListedLesson } from '#lib/lesson/new-lesson.ts';

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
    ? withListedLesson(await readFile(trackFile, 'utf8'), slug)
    : newTrackText(track, [slug], today);
  if (listed === null)
    return { ok: false, problem: `Add "${slug}" to the list \`lessons\` of ${trackFile} first.` };
  const folder = join(tracks, track, slug);
  const texts = [
    ['lesson.mdx', newLessonText(slug, today)],
    ...(withQuestion ? [['practice.mdx', practiceText(slug)] as const] : []),
  ] as const;
  const there = texts.map(([file]) => join(folder, file)).find((file) => existsSync(file));
  if (there !== undefined) return { ok: false, problem: `There is a file ${there} already.` };
  await mkdir(folder, { recursive: true });
  await writeFile(trackFile, listed);
  for (const [file, text] of texts) await writeFile(join(folder, file), text, { flag: 'wx' });
  return { ok: true, files: [trackFile, ...texts.map(([file]) => join(folder, file))] };
}

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
