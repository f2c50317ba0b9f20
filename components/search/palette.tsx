import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { maxQueryLength } from '#lib/text/search-words.ts';
import { type PaletteGroup, type PaletteOption, paletteGroups, searchHref } from './palette-options.ts';
import { usePaletteResults } from './use-palette-results.ts';

export interface PaletteProps {
  pages: readonly PaletteOption[];
  onGo: (href: string) => void;
  /** The dialog has closed, and the focus is back where it was. */
  onClosed: () => void;
}

const listId = 'palette-list';
const optionId = (at: number): string => `palette-option-${at}`;

/** A dialog with a combobox: what is typed filters pages and searches; arrows move, Enter goes, Escape closes. */
export function Palette({ pages, onGo, onClosed }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = usePaletteResults(query);
  const groups = paletteGroups(query, pages, found.results);
  const options = groups.flatMap((group) => group.options);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const go = (href: string): void => {
    dialog.current?.close();
    onGo(href);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // Until the results are there, those that are shown belong to an older query.
    const immediate = groups.find(({ isImmediate }) => isImmediate)?.options.length ?? 0;
    const chosen = found.query === query || active < immediate ? options[active]?.href : undefined;
    if (chosen || query.trim()) go(chosen ?? searchHref(query));
  };
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || options.length === 0 || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setActive((at) => (at + step + options.length) % options.length);
  };
  return (
    <dialog ref={dialog} aria-label="Search and go to" onClose={onClosed} className="palette">
      <search>
        <form action="/search" onSubmit={submit} className="flex items-center gap-3 px-4">
          <Icon name="search" className="text-ink-soft" />
          <input
            name="q"
            role="combobox"
            aria-label="Search, or the name of a page"
            aria-expanded={options.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
            placeholder="Search, or go to a page"
            value={query}
            maxLength={maxQueryLength}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            onChange={({ target }) => {
              setQuery(target.value);
              setActive(0);
            }}
            onKeyDown={move}
            className="min-h-14 min-w-0 grow bg-transparent outline-none"
          />
        </form>
      </search>
      <div id={listId} role="listbox" aria-label="Results" className="max-h-[55vh] overflow-y-auto px-2 pb-2">
        <Groups groups={groups} active={active} onGo={go} />
      </div>
      <p role="status" className="px-5 pt-1 pb-4 text-sm text-ink-soft empty:hidden">
        {statusOf(query, found, options.length)}
      </p>
    </dialog>
  );
}

function statusOf(query: string, found: ReturnType<typeof usePaletteResults>, options: number): string {
  if (query.trim() === '') return '↑ ↓ to move, Enter to go, Escape to close';
  if (found.query !== query) return '';
  if (found.hasFailed) return 'The search did not answer. Pages can still be reached.';
  return options === 0 ? 'Nothing found. Try fewer words, or the beginning of one.' : `${options} results`;
}

interface GroupsProps {
  groups: readonly PaletteGroup[];
  active: number;
  onGo: (href: string) => void;
}

function Groups({ groups, active, onGo }: GroupsProps) {
  let at = -1;
  return groups.map(({ title, options }) => (
    // biome-ignore lint/a11y/useSemanticElements: a listbox has no fieldsets
    <div key={title} role="group" aria-label={title} className="border-t border-line py-2">
      <p aria-hidden="true" className="px-3 py-1 text-xs text-ink-soft">
        {title}
      </p>
      {options.map((option) => {
        at += 1;
        return (
          <Option key={option.href} {...option} id={optionId(at)} isActive={at === active} onGo={onGo} />
        );
      })}
    </div>
  ));
}

interface OptionProps extends PaletteOption {
  id: string;
  isActive: boolean;
  onGo: (href: string) => void;
}

function Option({ id, href, label, place, isActive, onGo }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the focus stays in the combobox, which has the keys
    <div id={id} role="option" aria-selected={isActive} onClick={() => onGo(href)} className="palette-option">
      <span className="min-w-0 truncate">{label}</span>
      <span className="min-w-0 truncate text-sm text-ink-soft">{place}</span>
    </div>
  );
}
