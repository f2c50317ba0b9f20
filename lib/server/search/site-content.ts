import { handbook } from '#lib/server/content/handbook.ts';
import { contentLibrary } from '#lib/server/content/library.ts';
import type { SiteContent } from './search-site.ts';

/** What this process has compiled. */
export async function siteContent(): Promise<SiteContent> {
  return { library: await contentLibrary(), handbook: await handbook() };
}
