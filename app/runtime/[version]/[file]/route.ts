import { runtimeVersion } from '#lib/interpreter/runtime.ts';
import { runtimeBytes, runtimeFile } from '#lib/server/content/runtime-file.ts';

/** The interpreters that run programs in the learner’s browser. They are public and the same for everyone. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/runtime/[version]/[file]'>,
): Promise<Response> {
  const { version, file: name } = await params;
  const file = version === runtimeVersion ? runtimeFile(name) : undefined;
  if (!file) return new Response('There is no such file.', { status: 404 });
  return new Response(await runtimeBytes(file), {
    headers: {
      'Content-Type': file.isGzipped ? 'application/gzip' : 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
