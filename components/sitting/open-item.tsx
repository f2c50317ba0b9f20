import { useState } from 'react';
import { ItemForm, type ItemFormProps } from '#components/item/form/item-form.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { creditMessage } from '#lib/sitting/credit-message.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { Clock } from './clock.tsx';
import { NextBar } from './next-bar.tsx';
import type { ServerClock } from './server-clock.ts';
import type { SittingWords } from './sitting-words.ts';
import { useClockFace, useIsOver, useServerClock } from './use-server-clock.ts';

export interface OpenItemProps<R extends string>
  extends Pick<ItemFormProps, 'action' | 'hintAction' | 'userId' | 'signInHref' | 'onSitting' | 'told'> {
  view: SittingView;
  item: ServedItem;
  words: SittingWords;
  opening: SentForm<SittingView, R>;
  /** The last of its sitting. */
  isLast: boolean;
  /** The person's own, for receipts. */
  timeZone: string;
}

/** How soon to ask again when the clock here was a little ahead of the server's. */
const askAgainMs = 1000;

/** One problem with its clock, and the way to the next. A new problem is a new component. */
export function OpenItem<R extends string>(props: OpenItemProps<R>) {
  const { view, item, words, opening, isLast, timeZone, ...form } = props;
  const clock = useServerClock(view);
  const { settled, timeOver } = item.state;
  const isOver = useIsOver(clock);
  const over = isOver && !settled;
  const [opened] = useState(opening.state);
  const wasEarly = over && opening.state !== opened && opening.state?.ok;
  const flows = words.flows && settled && view.mayOpenNext;
  return (
    <>
      <ItemForm
        {...form}
        item={item}
        address={view.address}
        signedIn
        clock={<Clock clock={clock} />}
        over={isOver}
      />
      <Receipts clock={clock} timeZone={timeZone} />
      <div role="status">
        {over && !timeOver ? (
          <Notice kind="info" title="Time is up for this one" className="mt-5">
            What you checked or what was saved last counts.
            {isLast ? '' : ' The next one has its own time.'}
          </Notice>
        ) : null}
      </div>
      {settled || over ? (
        <NextBar
          address={view.address}
          sent={opening}
          about={view.mayOpenNext ? words.nextAbout : ''}
          inMs={flows ? 0 : wasEarly ? askAgainMs : null}
        >
          {isLast ? 'See how it went' : `Next ${words.noun.toLowerCase()}`}
        </NextBar>
      ) : null}
    </>
  );
}

/** What was added to the time, and why. */
function Receipts({ clock, timeZone }: { clock: ServerClock; timeZone: string }) {
  const { credits } = useClockFace(clock);
  return (
    <div role="status" className="mt-3 text-sm text-ink-soft empty:hidden">
      {credits.map((credit) => (
        <p key={credit.awayFrom}>{creditMessage(credit, timeZone)}</p>
      ))}
    </div>
  );
}
