import { useEffect, useRef, useState } from 'react';
import { AddressFields } from '#components/item/form/address-fields.tsx';
import { ItemForm, type ItemFormProps } from '#components/item/form/item-form.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import { graceMs } from '#lib/sitting/clock.ts';
import { creditMessage } from '#lib/sitting/credit-message.ts';
import type { ItemState, ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
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
  /** Opens another question of a test. */
  going: SentForm<SittingView, R>;
  closing: SentForm<SittingView, R>;
  /** It is the last item of the sitting. */
  isLast: boolean;
  /** The learner’s time zone, for time credits. */
  timeZone: string;
}

/** The delay before the next request when the clock here was slightly ahead of the server’s. */
const askAgainMs = 1000;

/** The open item with its clock, and the button to the next. Each item mounts its own component. */
export function OpenItem<R extends string>(props: OpenItemProps<R>) {
  const { view, item, words, opening, going, closing, isLast, timeZone, ...form } = props;
  const clock = useServerClock(view);
  const { settled, timeOver } = item.state;
  const isOver = useIsOver(clock);
  const over = isOver && !settled;
  const [opened] = useState(opening.state);
  const wasEarly = over && opening.state !== opened && opening.state?.ok;
  const flows = words.flows && settled && view.mayOpenNext;
  const next = (state: ItemState) =>
    !(state.settled || settled || over) ? (
      <FlagButton view={view} pending={going.pending} />
    ) : (
      <>
        <Button form={nextFormId} icon="arrow-right" after pending={opening.pending} className="max-sm:grow">
          {isLast ? 'See how it went' : `Next ${words.noun.toLowerCase()}`}
        </Button>
        <span className="text-sm text-ink-soft">{view.mayOpenNext ? words.nextAbout : ''}</span>
      </>
    );
  return (
    <>
      <ItemForm
        {...form}
        item={item}
        address={view.address}
        signedIn
        clock={<Clock clock={clock} />}
        over={isOver}
        counter={null}
        onward={next}
      />
      <Receipts clock={clock} timeZone={timeZone} />
      <div role="status">
        {over && !timeOver ? (
          <Notice kind="info" title="Time is up for this one" className="mt-5">
            The last answer that you checked or that was saved counts.
            {isLast ? '' : ' Its solution follows in a moment; the next one has its own time.'}
          </Notice>
        ) : null}
      </div>
      {(over || timeOver) && !item.state.solution ? (
        <CloseOverdue address={view.address} sent={closing} />
      ) : null}
      <FlagForm view={view} sent={going} />
      <NextForm address={view.address} sent={opening} inMs={flows ? 0 : wasEarly ? askAgainMs : null} />
    </>
  );
}

/** Asks once for the end of an item whose time is over, when no answer can be under way any more. */
function CloseOverdue<R extends string>({
  address,
  sent,
}: {
  address: SittingAddress;
  sent: SentForm<SittingView, R>;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => form.current?.requestSubmit(), graceMs + askAgainMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <form ref={form} {...sent.form} hidden>
      <AddressFields address={address} />
    </form>
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

const flagFormId = 'flag-item';

/** Leaves the question for later. It stands beside *Check*. */
function FlagButton({ view, pending }: { view: SittingView; pending: boolean }) {
  if (view.afterFlag === null) return null;
  return (
    <Button form={flagFormId} kind="quiet" pending={pending} className="no-print max-sm:px-3">
      Flag for later
    </Button>
  );
}

function FlagForm<R extends string>({ view, sent }: { view: SittingView; sent: SentForm<SittingView, R> }) {
  if (view.afterFlag === null) return null;
  return (
    <form {...sent.form} id={flagFormId}>
      <AddressFields address={view.address} />
      <input type="hidden" name="question" value={view.afterFlag} />
      <SittingFormError sent={sent} />
    </form>
  );
}

const nextFormId = 'next-item';

interface NextFormProps<R extends string> {
  address: SittingAddress;
  sent: SentForm<SittingView, R>;
  /** Milliseconds until the next item opens by itself; null waits for the button. */
  inMs: number | null;
}

/** Opens the next item. Its button stands in the place of *Check*, within the form of the answer. */
function NextForm<R extends string>({ address, sent, inMs }: NextFormProps<R>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (inMs === null || sent.pending) return undefined;
    const timer = setTimeout(() => form.current?.requestSubmit(), inMs);
    return () => clearTimeout(timer);
  }, [inMs, sent.pending]);
  return (
    <form ref={form} {...sent.form} id={nextFormId}>
      <AddressFields address={address} />
      <SittingFormError sent={sent} />
    </form>
  );
}
