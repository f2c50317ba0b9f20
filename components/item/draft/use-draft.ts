'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FormFields } from '#lib/item/item-type.ts';
import type { Answer } from '#lib/item/registry.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { listCopies, refuseCopies } from './draft-copies.ts';
import type { DraftKeeper, Ears, KeptDraft } from './draft-keeper.ts';
import { EarlyDraft } from './early-draft.ts';
import { fieldsOf, isOther, isTouched } from './form-fields.ts';

export interface DraftProps {
  form: RefObject<HTMLFormElement | null>;
  item: ServedItem;
  address: SittingAddress;
  /** Null for a visitor, of whom nothing is kept. */
  userId: string | null;
  /** Nothing can be changed now. */
  disabled: boolean;
}

export interface UsedDraft extends KeptDraft {
  /** The item with what its inputs shall hold; they are made anew when `fills` is raised. */
  readonly item: ServedItem;
  readonly fills: number;
  use(id: string): void;
  /** True when everything typed is safe, on the server or on this device. */
  flush(): Promise<boolean>;
}

/** Keeps what is typed into a form, and brings back what was typed before. */
export function useDraft({ form, item, address, userId, disabled }: DraftProps): UsedDraft {
  const { id, version, state } = item;
  const { attemptKey: key, settled } = state;
  const keeper = useRef<DraftKeeper>(null);
  const early = useRef<EarlyDraft>(null);
  const latest = useRef(key);
  latest.current = key;
  const posted = usePosted(form);
  const [told, setTold] = useState<{ key: string; kept: KeptDraft } | null>(null);
  const [filled, setFilled] = useState<{ key: string; draft: Answer | null; fills: number }>({
    key: '',
    draft: null,
    fills: 0,
  });
  const { lessonId: lesson, activity, ordinal: sitting } = address;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt has another key, and all else goes with it
  useEffect(() => {
    if (userId === null) return undefined;
    const place = { lesson, activity, sitting, item: id };
    if (settled) refuseCopies(userId, place, 'settled');
    const watched = form.current;
    if (disabled || !watched) return undefined;
    const about = { ...place, version, key, userId, state };
    const ears: Ears = {
      show: (kept) => setTold({ key, kept }),
      fill: (draft) => setFilled(({ fills }) => ({ key, draft, fills: fills + 1 })),
    };
    let detach = (): void => undefined;
    const attach = (mine: DraftKeeper): void => {
      detach();
      early.current = null;
      keeper.current = mine;
      detach = mine.attach(watched, posted.current);
    };
    let isLeft = false;
    if (keeper.current?.key === key) attach(keeper.current);
    else {
      keeper.current = null;
      const waiting = new EarlyDraft(about, ears, (Keeper, left) => {
        if (!isLeft) attach(new Keeper(about, ears, left));
      });
      early.current = waiting;
      const isTyped = posted.current ? isOther(posted.current, fieldsOf(watched)) : isTouched(watched);
      detach = waiting.attach(watched, isTyped);
      if (isTyped || state.otherDrafts.length > 0 || listCopies(userId, place).length > 0) waiting.fetch();
    }
    return () => {
      isLeft = true;
      if (latest.current === key) keeper.current?.stop();
      else (keeper.current ?? early.current)?.forget();
      detach();
    };
  }, [form, key, userId, disabled]);
  const isFilled = filled.key === key;
  return {
    // What was told of an earlier attempt says nothing of this one.
    ...(told?.key === key ? told.kept : asServed(state)),
    item: isFilled ? { ...item, state: { ...state, draft: filled.draft } } : item,
    fills: filled.fills,
    use: (chosen) => void keeper.current?.use(chosen),
    flush: async () => (await keeper.current?.flush()) ?? early.current?.isSafe() ?? true,
  };
}

function asServed({ draftRevision, otherDrafts }: ServedItem['state']): KeptDraft {
  return draftRevision > 0
    ? { line: 'saved', words: 'Saved', others: otherDrafts }
    : { line: 'nothing', words: '', others: otherDrafts };
}

/** What was checked last from this page. */
function usePosted(form: RefObject<HTMLFormElement | null>): RefObject<FormFields | null> {
  const posted = useRef<FormFields>(null);
  useEffect(() => {
    const checked = form.current;
    if (!checked) return undefined;
    const note = (): void => {
      posted.current = fieldsOf(checked);
    };
    checked.addEventListener('submit', note);
    return () => checked.removeEventListener('submit', note);
  }, [form]);
  return posted;
}
