import { PageNotFound } from '#components/shell/page-not-found.tsx';
import { refuseWithStatus } from '#lib/server/host/current-request.mjs';

/** What a page shows at an address of nothing: a complete page with status 404, where `notFound` needs a script to be seen. */
export function MissingPage() {
  refuseWithStatus(404);
  return <PageNotFound />;
}
