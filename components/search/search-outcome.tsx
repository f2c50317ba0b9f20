import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import type { ResultGroup, SearchResult, SearchResults } from '#lib/lesson/search-results.ts';
import { groupTitles } from './group-titles.ts';
import { Snippet } from './snippet.tsx';

export interface SearchOutcomeProps {
  query: string;
  results: SearchResults;
}

/** The results of a search, by group; or that there are none, and what to do. */
export function SearchOutcome({ query, results: { groups, isPartial } }: SearchOutcomeProps) {
  if (groups.length === 0) return <NothingFound query={query} />;
  return (
    <div className="mt-10 grid max-w-measure grid-cols-[minmax(0,1fr)] gap-10">
      {isPartial ? (
        <p className="text-ink-soft">No text has all of these words. These have at least one of them.</p>
      ) : null}
      {groups.map((group) => (
        <GroupOfResults key={group.group} {...group} />
      ))}
    </div>
  );
}

function NothingFound({ query }: { query: string }) {
  return (
    <EmptyState
      title={
        <>
          Nothing found for <q dir="auto">{query}</q>
        </>
      }
      action={
        <ButtonLink kind="quiet" href="/">
          See all lessons
        </ButtonLink>
      }
    >
      Try fewer words, or the beginning of one. Questions and their answers are not searched.
    </EmptyState>
  );
}

function GroupOfResults({ group, total, results }: ResultGroup) {
  const id = `found-${group}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {groupTitles[group]}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {results.map((result) => (
          <Found key={result.href} {...result} />
        ))}
      </ul>
      {total > results.length ? (
        <p className="mt-2 text-sm text-ink-soft">
          The best {results.length} of {total}. Another word narrows them down.
        </p>
      ) : null}
    </section>
  );
}

function Found({ href, label, place, snippet }: SearchResult) {
  return (
    <li className="py-3.5">
      <Link href={href} className="font-semibold">
        {label}
      </Link>
      {place ? <p className="text-sm text-ink-soft">{place}</p> : null}
      <p className="mt-1 text-sm">
        <Snippet parts={snippet} />
      </p>
    </li>
  );
}
