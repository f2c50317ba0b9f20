import { useCallback, useEffect, useRef, useState } from 'react';
import { ItemForm, type ItemFormProps } from '#components/item/item-form.tsx';
import type { SentForm } from '#components/item/use-form.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import type { SittingView } from '#lib/sitting/sitting-view.ts';
import { Marks } from './marks.tsx';
import { NextBar } from './next-bar.tsx';
import type { SittingWords } from './sitting-words.ts';

export interface OpenSittingProps<R extends string>
  extends Pick<ItemFormProps, 'action' | 'hintAction' | 'signInHref' | 'onSitting' | 'told'> {
  view: SittingView;
  item: ServedItem;
  words: SittingWords;
  going: SentForm<SittingView, R>;
}

/** How soon to ask again while the server still waits for an answer that may be on its way. */
const askAgainMs = 2500;

/** The problem on the table: where it stands among the others, its clock, and the way to the next. */
export function OpenSitting<R extends string>({ view, item, words, going, ...form }: OpenSittingProps<R>) {
  const [overFor, setOverFor] = useState('');
  const onOver = useCallback(() => setOverFor(item.id), [item.id]);
  const { settled, timeOver, used } = item.state;
  const over = overFor === item.id && !settled;
  const place = placeOf(view);
  const top = useFocusOnChange(item.id);
  const flows = words.flows && settled && view.mayOpenNext;
  return (
    <section aria-label={words.title} className="max-w-[46rem]">
      <div
        ref={top}
        tabIndex={-1}
        className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2"
      >
        <p className="font-semibold tabular-nums">
          {words.noun} {place} of {view.marks.length}
        </p>
        <Marks marks={view.marks} noun={words.noun} />
      </div>
      <ItemForm
        key={item.id}
        {...form}
        item={item}
        address={view.address}
        now={view.now}
        signedIn
        onOver={onOver}
      />
      <div role="status">
        {over && !timeOver ? (
          <Notice kind="info" title="Time is up for this one" className="mt-5">
            {used > 0 ? 'The last answer you checked counts.' : 'No answer was checked in time.'} The next one
            has its own time.
          </Notice>
        ) : null}
      </div>
      {settled || over ? (
        <NextBar
          address={view.address}
          sent={going}
          about={view.mayOpenNext ? words.nextAbout : ''}
          inMs={flows ? 0 : over && going.state?.ok ? askAgainMs : null}
        >
          {place < view.marks.length ? `Next ${words.noun.toLowerCase()}` : 'See how it went'}
        </NextBar>
      ) : null}
    </section>
  );
}

/** The current one's number; when it is settled, its mark may already tell how it went. */
function placeOf({ marks }: SittingView): number {
  const current = marks.indexOf('current');
  return current >= 0 ? current + 1 : marks.filter((mark) => mark !== 'todo').length;
}

function useFocusOnChange(id: string) {
  const top = useRef<HTMLDivElement>(null);
  const seen = useRef(id);
  useEffect(() => {
    if (seen.current === id) return;
    seen.current = id;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start' });
  }, [id]);
  return top;
}
