import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import type { QueryRefusal } from '#lib/lesson/search-results.ts';
import { maxQueryLength } from '#lib/text/search-words.ts';

export interface SearchFormProps {
  /** What was searched for; empty before. */
  query: string;
  refusal: QueryRefusal | null;
}

const refusals: Readonly<Record<QueryRefusal, string>> = {
  'too-long': `This is longer than ${maxQueryLength} characters. Search for a few words of it.`,
  'no-words': 'Write at least one letter or digit: signs alone are not searched for.',
};

/** The form of the search page: a link to its results, so it needs no script. */
export function SearchForm({ query, refusal }: SearchFormProps) {
  return (
    <search>
      <form action="/search" className="flex max-w-measure flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60">
          <Field
            label="Words to find"
            hint="In lessons, their passages and the handbook. Beginnings of words are enough."
            error={refusal ? refusals[refusal] : undefined}
            type="search"
            name="q"
            defaultValue={query}
            key={query}
            maxLength={maxQueryLength}
            autoComplete="off"
            dir="auto"
          />
        </div>
        <Button icon="search">Search</Button>
      </form>
    </search>
  );
}
