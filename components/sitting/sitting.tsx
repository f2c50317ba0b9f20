'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ItemFormProps } from '#components/item/form/item-form.tsx';
import { useForm } from '#components/item/form/use-form.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { FormAction, FormState } from '#lib/form-state.ts';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { NextRefusal, RetryRefusal, StartRefusal } from '#lib/sitting/refusals.ts';
import { sittingText } from './sitting-text.ts';
import { StartCard } from './start-card.tsx';

// Each part loads when it is first shown.
const OpenSitting = lazyPart(() => import('./open-sitting.tsx').then((file) => file.OpenSitting));
const ClosedSitting = lazyPart(() => import('./closed-sitting.tsx').then((file) => file.ClosedSitting));

export interface SittingProps {
  initial: SittingView;
  title: string;
  /** `start`, `next`, `goTo` and `close` post `lesson activity sitting`; the others are those of an item. */
  actions: {
    readonly start: FormAction<SittingView, StartRefusal>;
    readonly next: FormAction<SittingView, NextRefusal>;
    /** Opens the question of a test whose number is posted as well. */
    readonly goTo: FormAction<SittingView, NextRefusal>;
    /** Ends the item whose time is over, and shows its solution. */
    readonly close: FormAction<SittingView, NextRefusal>;
    /** Starts another round with the missed questions. */
    readonly retryMissed: FormAction<SittingView | null, RetryRefusal>;
    /** Continues a test without a clear verdict. */
    readonly continueTest: FormAction<SittingView, StartRefusal>;
    readonly submit: ItemFormProps['action'];
    readonly hint: ItemFormProps['hintAction'];
  };
  intro: ReactNode;
  /** Shown below before the start and after the end. */
  about: ReactNode;
  signedIn: boolean;
  userId?: ItemFormProps['userId'];
  signInHref: string;
  /** The lesson's first page. */
  lessonHref: string;
  lessonId: string;
  /** What to do after a challenge whose problems are all solved. */
  next: Recommendation | null;
  /** How many tests may still be started today; null for a challenge. */
  testsLeft: number | null;
  /** The learner’s time zone. */
  timeZone: string;
}

/** A challenge or test: start card, open items or result. */
export function Sitting(props: SittingProps) {
  const { initial, title, actions, intro, signedIn, signInHref, lessonHref, timeZone } = props;
  const starting = useForm(actions.start);
  const opening = useForm(actions.next);
  const going = useForm(actions.goTo);
  const closing = useForm(actions.close);
  const retrying = useForm(actions.retryMissed);
  const continuing = useForm(actions.continueTest);
  const [answered, onSitting] = useState<SittingView | null>(null);
  const view = latest([
    initial,
    viewOf(starting.state),
    viewOf(opening.state),
    viewOf(going.state),
    viewOf(closing.state),
    viewOf(retrying.state),
    viewOf(continuing.state),
    answered,
  ]);
  const words = sittingText(view.activity, title, props.testsLeft);
  const place = useFocusOnStatus(view.status);
  return (
    <div ref={place} tabIndex={-1} data-sitting>
      {view.status === 'new' ? (
        <StartCard
          {...{ intro, signedIn, signInHref }}
          address={view.address}
          sent={starting}
          start={words.start}
        />
      ) : null}
      {view.status === 'open' && view.current ? (
        <OpenSitting
          view={view}
          item={view.current}
          words={words}
          opening={opening}
          going={going}
          closing={closing}
          action={actions.submit}
          hintAction={actions.hint}
          userId={props.userId}
          signInHref={signInHref}
          lessonHref={lessonHref}
          onSitting={onSitting}
          timeZone={timeZone}
        />
      ) : null}
      {view.status === 'closed' ? (
        <ClosedSitting
          view={view}
          words={words}
          {...{ lessonHref, starting, retrying, continuing }}
          lessonId={props.lessonId}
          next={props.next}
        />
      ) : null}
      {props.about && view.status !== 'open' ? <div className="mt-14">{props.about}</div> : null}
    </div>
  );
}

function viewOf<R extends string>(state: FormState<SittingView | null, R>): SittingView | null {
  return state?.ok ? state.value : null;
}

/** The newest view, by the server time in each. */
function latest([first, ...others]: [SittingView, ...(SittingView | null)[]]): SittingView {
  return others.reduce<SittingView>((best, view) => (view && view.now > best.now ? view : best), first);
}

/** When a sitting starts or ends, the focus moves here; when it ends, the header no longer names it. */
function useFocusOnStatus(status: SittingView['status']) {
  const place = useRef<HTMLDivElement>(null);
  const previous = useRef(status);
  const { refresh } = useRouter();
  useEffect(() => {
    if (previous.current === status) return;
    if (previous.current === 'open') refresh();
    previous.current = status;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [status, refresh]);
  return place;
}
