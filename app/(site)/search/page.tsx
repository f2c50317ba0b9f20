import type { Metadata } from 'next';
import { SearchForm } from '#components/search/search-form.tsx';
import { SearchOutcome } from '#components/search/search-outcome.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { refuseWithStatus } from '#lib/server/host/current-request.mjs';
import { readSearchQuery } from '#lib/server/search/search-request.ts';
import { searchSite } from '#lib/server/search/search-site.ts';
import { siteContent } from '#lib/server/search/site-content.ts';

export const metadata: Metadata = { title: 'Search', robots: { index: false } };

const limits = { lessons: 8, passages: 20, handbook: 10, decisions: 5 };

/** The results of `?q=`, complete without a script. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const asked = readSearchQuery((await searchParams).q);
  if (asked.kind === 'refused') refuseWithStatus(400);
  return (
    <>
      <PageHeader title="Search" />
      <SearchForm
        query={asked.kind === 'none' ? '' : asked.query}
        refusal={asked.kind === 'refused' ? asked.reason : null}
      />
      {asked.kind === 'query' ? (
        <SearchOutcome query={asked.query} results={searchSite(await siteContent(), asked.query, limits)} />
      ) : null}
    </>
  );
}
