import { lessonText } from '#app/(learn)/tracks/[track]/[lesson]/lesson-text.tsx';
import { type PageText, sectionedText, textHash } from '#components/lesson/static-sections.tsx';
import { findStaticText, type StaticSections } from '#components/lesson/static-texts.ts';
import { frameTexts } from '#components/shell/frame-parts.tsx';
import { handbook } from '#lib/server/content/handbook.ts';
import { lessonPage, questionPrompts, trackPages } from '#lib/server/content/lesson-page.ts';

/** Shown in the place of a text that a newer build has replaced since its page was asked for. */
const changed = '<p>This text has changed. <a href="">Load the page again</a>.</p>';

/** The static sections of the text of a page or question, for navigation within the site. The address changes with the text. */
export async function GET(_request: Request, { params }: RouteContext<'/texts/[hash]'>): Promise<Response> {
  const { hash } = await params;
  const sections = findStaticText(hash) ?? (await makeText(hash));
  if (!sections) return Response.json([changed], { status: 404 });
  return Response.json(sections, { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } });
}

/** Looks for a text that this process has not made yet, or has dropped since. */
async function makeText(hash: string): Promise<StaticSections | undefined> {
  for await (const [owner, text] of allTexts()) {
    if ((await textHash(owner, text)) !== hash) continue;
    await sectionedText(owner, text);
    return findStaticText(hash);
  }
  return undefined;
}

async function* allTexts(): AsyncGenerator<[owner: object, text: PageText]> {
  for (const text of frameTexts) yield [text, text];
  for (const track of await trackPages()) {
    yield [track, track];
    for (const { slug, activities, test } of track.lessons) {
      for (const activity of test ? [...activities, test] : activities) {
        const page = await lessonPage(track.slug, slug, activity.slug);
        if (page) yield [activity, lessonText(page)];
      }
    }
  }
  for (const page of await handbook()) yield [page, page];
  for (const prompt of await questionPrompts()) yield [prompt, { body: prompt }];
}
