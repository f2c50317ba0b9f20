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
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { ItemAddressFields } from './address-fields.tsx';
import { AnswerFeedback, feedbackId } from './answer-feedback.tsx';
import { Hints, hintsId } from './hints.tsx';
import { ItemSheet } from './item-sheet.tsx';
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
  signedIn: boolean;
  /** Owner of the drafts, since several people may share a device. */
  userId?: string | null | undefined;
  signInHref: string;
  number?: number | undefined;
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
  const disabled = !signedIn || settled || props.over === true;
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft({ form, item, address, userId: props.userId ?? null, disabled });
  useReloadAfterUpdate(answering.outdated || hinting.outdated, item.state.idempotencyKey, draft.flush);
  return (
    <ItemSheet
      item={draft.item}
      promptHash={item.version === props.item.version ? props.promptHash : undefined}
      address={address}
      number={props.number}
      disabled={disabled}
    >
      {(fields) => (
        <>
          {signedIn ? (
            <form ref={form} {...(settled ? {} : answering.form)}>
              {settled ? null : <ItemAddressFields address={address} item={item} />}
              <Fragment key={draft.version}>{fields}</Fragment>
              <AnswerFeedback item={item} sent={answering} />
              {disabled ? null : <DraftConflicts conflicts={draft.conflicts} onChoose={draft.choose} />}
              {check && !disabled ? (
                <CheckBar check={check} pending={answering.pending}>
                  {deadline === null ? null : props.clock}
                  <DraftStatus draft={draft} pending={answering.pending} signInHref={props.signInHref} />
                </CheckBar>
              ) : null}
            </form>
          ) : (
            fields
          )}
          {signedIn ? null : <SignInBar href={props.signInHref} words={kind.turn?.signIn} />}
          <Hints item={item} address={address} sent={disabled ? null : hinting} />
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

interface CheckBarProps {
  /** The label of the button. */
  check: string;
  pending: boolean;
  /** Shown beside the button, such as a clock. */
  children: ReactNode;
}

/** The submit button and the clock; at the bottom of the screen on a phone. */
function CheckBar({ check, pending, children }: CheckBarProps) {
  return (
    <div className="check-bar no-print">
      <Button pending={pending} className="max-sm:grow">
        {check}
      </Button>
      {children}
    </div>
  );
}

/** For visitors, who can read questions but must sign in to answer. */
function SignInBar({ href, words }: { href: string; words?: string | undefined }) {
  return (
    <div className="no-print mt-5">
      <ButtonLink href={href} kind="quiet">
        {words ?? 'Sign in to check your answer'}
      </ButtonLink>
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
