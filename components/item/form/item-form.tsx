'use client';

import { Fragment, type ReactNode, startTransition, useEffect, useRef } from 'react';
import { DraftConflicts, DraftStatus } from '#components/item/draft/draft-status.tsx';
import { useDraft } from '#components/item/draft/use-draft.ts';
import { kindOf } from '#components/item/kinds/registry.ts';
import { dispatchAnswered } from '#components/shell/answered-event.ts';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import type { FormAction, FormState } from '#lib/form-state.ts';
import type { SittingView, SubmitReply } from '#lib/progress/sitting-view.ts';
import type { HintRefusal, SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { ItemState, ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { ItemAddressFields } from './address-fields.tsx';
import { AnswerFeedback, feedbackId } from './answer-feedback.tsx';
import { HintButton, HintForm, HintList, hintsId } from './hints.tsx';
import { type Counter, ItemSheet } from './item-sheet.tsx';
import { LazyPassage } from './lazy-passage.tsx';
import { LazySolution } from './lazy-solution.tsx';
import { useForm } from './use-form.ts';

export interface ItemFormProps {
  item: ServedItem;
  /** The hash of the prompt’s HTML; without it the prompt is rendered from the item. */
  promptHash?: string | undefined;
  address: SittingAddress;
  /** Posts `lesson activity sitting item version key` and the fields of the item's kind. */
  action: FormAction<SubmitReply, SubmitRefusal>;
  /** Posts the same without an answer. */
  hintAction: FormAction<SubmitReply, HintRefusal>;
  /** Whether answers may be sent: guests may, but for programs. */
  signedIn: boolean;
  /** Owner of the drafts, since several people may share a device. */
  userId?: string | null | undefined;
  signInHref: string;
  /** Replaces the name of its kind in its heading. */
  label?: string | undefined;
  /** The item’s place among others that are answered one at a time. */
  counter?: Counter | null | undefined;
  /** What leads on from the item, beside *Check* or, once the item is settled, in its place. */
  onward?: ((state: ItemState) => ReactNode) | undefined;
  /** Shown beside the button of a timed item. */
  clock?: ReactNode;
  /** The time is up, so the item takes no more answers. */
  over?: boolean | undefined;
  /** The sitting as it stands after an answer. */
  onSitting?: ((sitting: SittingView) => void) | undefined;
}

/** The form of one item: submitted in place with a script, as a plain post without. A new sitting or version resets it. */
export function ItemForm(props: ItemFormProps) {
  const { address, item } = props;
  return <Answering key={`${address.activity}/${address.ordinal}/${item.id}/${item.version}`} {...props} />;
}

function Answering({ action, hintAction, address, signedIn, onSitting, ...props }: ItemFormProps) {
  // Without a script the page opens at the reply, which may be far below its top.
  const answering = useForm(action, `#${feedbackId(props.item)}`);
  const hinting = useForm(hintAction, `#${hintsId(props.item)}`);
  const item = withTyped(
    newest([props.item, recorded(hinting.state), recorded(answering.state)]),
    answering.state,
  );
  useSitting(answering.state, onSitting);
  useAnsweredEvent(answering.state);
  const kind = kindOf(item);
  const check = kind.check?.(item);
  const { settled, deadline } = item.state;
  const mayEdit = signedIn || kind.runsHere !== undefined;
  const disabled = !mayEdit || settled || props.over === true;
  const asked = check !== undefined && !disabled;
  const onward = props.onward?.(item.state);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft({
    form,
    item,
    address,
    userId: props.userId ?? null,
    disabled: disabled || !signedIn,
  });
  useReloadAfterUpdate(answering.outdated || hinting.outdated, item.state.idempotencyKey, draft.flush);
  return (
    <ItemSheet
      item={draft.item}
      promptHash={item.version === props.item.version ? props.promptHash : undefined}
      address={address}
      label={props.label}
      counter={props.counter}
      disabled={disabled}
    >
      {(fields) => (
        <>
          {signedIn ? (
            <form ref={form} {...(settled ? {} : answering.form)}>
              {settled ? null : <ItemAddressFields address={address} item={item} />}
              <Fragment key={draft.version}>{fields}</Fragment>
              {disabled ? null : <DraftConflicts conflicts={draft.conflicts} onChoose={draft.choose} />}
              <HintList item={item} />
              <div className={asked || onward || kind.turn ? 'check-bar' : 'mt-5'}>
                {asked ? (
                  <Button pending={answering.pending} className="no-print max-sm:grow">
                    {check}
                  </Button>
                ) : null}
                <AnswerFeedback item={item} sent={answering} />
                {asked && deadline !== null ? props.clock : null}
                {asked ? (
                  <DraftStatus draft={draft} pending={answering.pending} signInHref={props.signInHref} />
                ) : null}
                {onward}
                <HintButton item={item} sent={disabled ? null : hinting} />
              </div>
            </form>
          ) : (
            fields
          )}
          {signedIn ? null : (
            <SignInBar href={props.signInHref} about={kind.runsHere}>
              {onward}
            </SignInBar>
          )}
          <LazyPassage item={item} />
          <HintForm item={item} address={address} sent={disabled || !signedIn ? null : hinting} />
          <LazySolution item={item} />
        </>
      )}
    </ItemSheet>
  );
}

function recorded<R extends string>(state: FormState<SubmitReply, R>): ServedItem | null {
  return state?.ok && state.value.kind === 'recorded' ? state.value.item : null;
}

/** With what a page without scripts has posted and the server could not store. */
function withTyped(item: ServedItem, state: FormState<SubmitReply, SubmitRefusal>): ServedItem {
  const typed = state?.ok && state.value.kind === 'unsaved' ? state.value.draft : null;
  return typed ? { ...item, state: { ...item.state, draft: typed } } : item;
}

/** Answers and hints are only ever added, so the state with the most of them is the newest. */
function newest([first, ...others]: [ServedItem, ...(ServedItem | null)[]]): ServedItem {
  const age = ({ state }: ServedItem) => (state.used + state.hints.length) * 2 + (state.settled ? 1 : 0);
  return others.reduce<ServedItem>((best, item) => (item && age(item) > age(best) ? item : best), first);
}

function useSitting(
  state: FormState<SubmitReply, SubmitRefusal>,
  onSitting: ((sitting: SittingView) => void) | undefined,
): void {
  useEffect(() => {
    const sitting = state?.ok && state.value.kind === 'recorded' ? state.value.sitting : null;
    // A transition keeps the current view until the code of the next one has loaded.
    if (onSitting && sitting) startTransition(() => onSitting(sitting));
  }, [state, onSitting]);
}

/** Announces the recorded answer to the rest of the page. */
function useAnsweredEvent(state: FormState<SubmitReply, SubmitRefusal>): void {
  useEffect(() => {
    if (state?.ok && state.value.kind === 'recorded') dispatchAnswered(state.value);
  }, [state]);
}

/** For guests, where answering needs an account. */
function SignInBar({
  href,
  about,
  children,
}: {
  href: string;
  about?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="no-print mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
      {about ? <p className="w-full text-sm text-ink-soft">{about}</p> : null}
      <ButtonLink href={href} kind="quiet">
        Sign in to check your answer
      </ButtonLink>
      {children}
    </div>
  );
}

const lastReloadName = 'surefoot.updated';

/**
 * Reloads the page, once for each attempt, when the server runs a newer build and everything typed is saved.
 * It never reloads twice in a row for the same attempt, which could loop.
 */
function useReloadAfterUpdate(
  outdated: boolean,
  idempotencyKey: string,
  flush: () => Promise<boolean>,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it turns out
  useEffect(() => {
    if (!outdated) return;
    void flush().then((safe) => {
      if (safe && isFirst(idempotencyKey)) window.location.reload();
    });
  }, [outdated]);
}

function isFirst(idempotencyKey: string): boolean {
  try {
    const previous = sessionStorage.getItem(lastReloadName);
    sessionStorage.setItem(lastReloadName, idempotencyKey);
    return previous !== idempotencyKey;
  } catch {
    // Without storage a first reload cannot be told from a second.
    return false;
  }
}
