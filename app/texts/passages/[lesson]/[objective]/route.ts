import { isLive, staticTextHash } from '#components/lesson/static-sections.tsx';
import { findStaticText } from '#components/lesson/static-texts.ts';
import { teachingText } from '#lib/server/content/lesson-page.ts';

/** The text of the passage that teaches an objective, as HTML, without the parts that are rendered for each visitor. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/texts/passages/[lesson]/[objective]'>,
): Promise<Response> {
  const { lesson, objective } = await params;
  const body = await teachingText(lesson, objective);
  const hash = body && (await staticTextHash(body.filter((node) => !isLive(node))));
  const html = hash && findStaticText(hash)?.[0];
  if (!html) return new Response('This passage is shown on its page only.', { status: 404 });
  return new Response(html, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, max-age=300' },
  });
}
