import { currentUser } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';
import { world } from '#lib/server/host/process-world.ts';
import { notesFile } from '#lib/server/notes/my-notes.ts';

/** The visitor's own notes as a Markdown file. */
export async function GET(): Promise<Response> {
  const user = await currentUser();
  if (!user)
    return new Response('Sign in first.\n', { status: 404, headers: { 'Cache-Control': 'no-store' } });
  return new Response(await notesFile(await world(), user, env().publicUrl), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': 'attachment; filename="notes.md"',
      'Cache-Control': 'private, no-store',
    },
  });
}
