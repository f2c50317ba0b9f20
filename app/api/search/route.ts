import { addressOf } from '#lib/server/door/peer-address.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { outageResponse, unlessOut } from '#lib/server/host/outage.ts';
import { answerSearch } from '#lib/server/search/answer-search.ts';
import { siteContent } from '#lib/server/search/site-content.ts';

/** Search results for the palette. Read-only, and the same for everybody. */
export async function GET(request: Request): Promise<Response> {
  return unlessOut(async () => {
    const user = await currentUser();
    return answerSearch(siteContent, request, {
      caller: user?.id ?? addressOf(request.headers),
      now: new Date(),
    });
  }, outageResponse);
}
