import { z } from 'zod';
import { LessonName, type LessonRef, TrackName } from '#lib/lesson/lesson-files.ts';
import type { Result } from '#lib/result.ts';
import type { Download } from '#lib/server/authoring/export-lesson.ts';
import type { Author } from '#lib/server/authoring/lesson-place.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';
import type { AuthoringWorld } from '#lib/server/world.ts';

const Address = z.object({ track: TrackName, lesson: LessonName });

type Export = (
  world: AuthoringWorld,
  user: Author,
  ref: LessonRef,
) => Promise<Result<Download, 'not-found' | 'unchanged'>>;

/** A file made from a lesson; 404 for those who write no lessons, since the files hold answer keys. */
export async function download(params: Promise<object>, make: Export, type: string): Promise<Response> {
  const address = Address.safeParse(await params);
  const user = await currentUser();
  const file = user && address.success ? await make(await requestWorld(), user, address.data) : null;
  if (!file?.ok) {
    const words =
      file?.reason === 'unchanged' ? 'Nothing differs from the files on disk.' : 'There is no such file.';
    return new Response(`${words}\n`, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  }
  return new Response(new Uint8Array(file.value.bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${file.value.name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
