import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AddressFields } from '#components/item/form/address-fields.tsx';
import { ItemForm, type ItemFormProps } from '#components/item/form/item-form.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { creditMessage } from '#lib/sitting/credit-message.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { Clock } from './clock.tsx';
import type { ServerClock } from './server-clock.ts';
import { SittingFormError } from './sitting-form-error.tsx';
import type { SittingText } from './sitting-text.ts';
import { useClockFace, useIsOver, useServerClock } from './use-server-clock.ts';

export interface OpenItemProps<R extends string>
  extends Pick<ItemFormProps, 'action' | 'hintAction' | 'userId' | 'signInHref' | 'onSitting'> {
  view: SittingView;
  item: ServedItem;
  words: SittingText;
  opening: SentForm<SittingView, R>;
  /** It is the last item of the sitting. */
  isLast: boolean;
  /** The learner’s time zone, for time credits. */
  timeZone: string;
}

/** The delay before the next request when the clock here was slightly ahead of the server’s. */
const askAgainMs = 1000;

/** The open item with its clock, and the button to the next. Each item mounts its own component. */
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
            The last answer that you checked or that was saved counts.
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

/** The time that was added, and why. */
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

const bar =
  'no-print mt-5 flex flex-wrap items-center gap-x-5 gap-y-1 max-sm:sticky max-sm:bottom-0 max-sm:z-20 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:px-4 max-sm:pt-2 max-sm:pb-[max(0.5rem,env(safe-area-inset-bottom))]';

interface NextBarProps<R extends string> {
  address: SittingAddress;
  sent: SentForm<SittingView, R>;
  children: ReactNode;
  /** What happens when the next item opens. */
  about: string;
  /** Milliseconds until the next item opens by itself; null waits for the button. */
  inMs: number | null;
}

/** The button that opens the next item. */
function NextBar<R extends string>({ address, sent, children, about, inMs }: NextBarProps<R>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (inMs === null || sent.pending) return undefined;
    const timer = setTimeout(() => form.current?.requestSubmit(), inMs);
    return () => clearTimeout(timer);
  }, [inMs, sent.pending]);
  return (
    <form ref={form} {...sent.form} className={bar}>
      <AddressFields address={address} />
      <Button icon="arrow-right" after pending={sent.pending} className="max-sm:grow">
        {children}
      </Button>
      <span className="text-sm text-ink-soft">{about}</span>
      <SittingFormError sent={sent} />
    </form>
  );
}
