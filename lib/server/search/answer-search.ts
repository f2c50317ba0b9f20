import type { SearchResults } from '#lib/lesson/search-results.ts';
import { rateLimit } from '#lib/server/door/rate-limit.ts';
import { readSearchQuery } from './search-request.ts';
import { type SearchLimits, type SiteContent, searchSite } from './search-site.ts';

/** As many as a palette shows without scrolling. */
const limits: SearchLimits = { lessons: 4, passages: 5, handbook: 3, decisions: 0 };

/** Somebody who types fast sends five a second; a classroom behind one address counts one by one when signed in. */
const isWithinRate = rateLimit({ burst: 40, perSecond: 8 });

const headers = { 'cache-control': 'private, no-store' };

export interface SearchCaller {
  /** The id of the user, or the address of a visitor. */
  readonly caller: string;
  readonly now: Date;
}

/** Answers a search of the palette with JSON. */
export async function answerSearch(
  loadContent: () => Promise<SiteContent>,
  request: Request,
  { caller, now }: SearchCaller,
): Promise<Response> {
  if (!isWithinRate(caller, now))
    return Response.json(
      { reason: 'too-many' },
      { status: 429, headers: { ...headers, 'retry-after': '1' } },
    );
  const asked = readSearchQuery(new URL(request.url).searchParams.get('q') ?? undefined);
  if (asked.kind === 'refused') return Response.json({ reason: asked.reason }, { status: 400, headers });
  const nothing: SearchResults = { groups: [], isPartial: false };
  const results = asked.kind === 'none' ? nothing : searchSite(await loadContent(), asked.query, limits);
  return Response.json(results, { headers });
}
