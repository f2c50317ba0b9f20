import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { maxQueryLength } from '#lib/text/search-words.ts';

/** The search field of the header; where there is no room for it, a link to the search page. */
export function HeaderSearch() {
  return (
    <>
      <search className="header-search">
        <form action="/search">
          <Icon name="search" size={18} />
          <input
            type="search"
            name="q"
            aria-label="Search"
            aria-keyshortcuts="/ Control+K"
            placeholder="Search"
            maxLength={maxQueryLength}
            autoComplete="off"
            dir="auto"
          />
          <span aria-hidden="true" className="needs-script">
            /
          </span>
        </form>
      </search>
      <Link
        href="/search"
        aria-label="Search"
        className="grid size-[44px] place-items-center rounded-md hover:text-accent xl:hidden"
      >
        <Icon name="search" size={22} />
      </Link>
    </>
  );
}
