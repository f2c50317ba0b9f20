import { storedPicture } from '#lib/server/content/pictures/stored-pictures.ts';

/** The pictures of lessons. Their addresses hold the hash of their bytes, so that browsers may keep them for ever. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/pictures/[name]'>,
): Promise<Response> {
  const picture = await storedPicture((await params).name);
  if (!picture) return new Response('There is no such picture.', { status: 404 });
  return new Response(picture.bytes, {
    headers: { 'Content-Type': picture.mediaType, 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
}
