import { icons } from './icon-svg.ts';

/** The icons of the installed site. */
export async function GET(_request: Request, { params }: RouteContext<'/icons/[name]'>): Promise<Response> {
  const { name } = await params;
  const icon = Object.hasOwn(icons, name) ? icons[name] : undefined;
  if (icon === undefined) return new Response('There is no such icon.', { status: 404 });
  return new Response(icon, {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
  });
}
