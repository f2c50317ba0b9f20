import { sectionedText } from '#components/lesson/static-sections.tsx';
import { findStaticText, type StaticSections } from '#components/lesson/static-texts.ts';
import { handbook } from '#lib/server/content/handbook.ts';
import { contentLibrary } from '#lib/server/content/library.ts';

/** The static sections of a page’s text, for navigation within the site. The address changes with the text. */
export async function GET(_request: Request, { params }: RouteContext<'/texts/[hash]'>): Promise<Response> {
  const { hash } = await params;
  const sections = findStaticText(hash) ?? (await makeText(hash));
  if (!sections) return new Response('This text has changed. Load its page again.', { status: 404 });
  return Response.json(sections, { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } });
}

/** Looks for a text that this process has not made yet, or has dropped since. */
async function makeText(hash: string): Promise<StaticSections | undefined> {
  const { tracks } = await contentLibrary();
  const bodies = [
    ...tracks.flatMap((track) => [
      track.body,
      ...track.lessons.flatMap(({ activities }) => activities.map(({ body }) => body)),
    ]),
    ...(await handbook()).map(({ body }) => body),
  ];
  for (const body of bodies) {
    if ((await sectionedText(body)).hash === hash) return findStaticText(hash);
  }
  return undefined;
}
