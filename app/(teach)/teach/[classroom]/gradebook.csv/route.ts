import { classGradebook } from '#lib/server/classroom/class-gradebook.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';

/** The gradebook as a CSV file; 404 for users who may not read it, so that the class is not revealed. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/teach/[classroom]/gradebook.csv'>,
): Promise<Response> {
  const { classroom } = await params;
  const user = await currentUser();
  const file = user ? await classGradebook(await world(), user, classroom) : undefined;
  if (!file)
    return new Response('There is no such file.\n', {
      status: 404,
      headers: { 'Cache-Control': 'no-store' },
    });
  return new Response(file.text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
