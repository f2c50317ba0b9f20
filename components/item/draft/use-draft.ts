'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FormFields } from '#lib/item/item-type.ts';
import type { Answer } from '#lib/item/registry.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { DraftClient, type DraftClientSetup, type DraftView } from './draft-client.ts';
import { draftForm, fieldsIn, includesFields } from './draft-form.ts';
import { DraftStore } from './draft-store.ts';
import type { Clock } from './draft-sync.ts';

export interface DraftProps {
  form: RefObject<HTMLFormElement | null>;
  item: ServedItem;
  address: SittingAddress;
  /** Null for a visitor, for whom nothing is saved. */
  userId: string | null;
  /** Nothing can be changed now. */
  disabled: boolean;
}

export interface ItemDraft extends DraftView {
  /** The item with the draft that its inputs have to hold; they are mounted again when `version` changes. */
  readonly item: ServedItem;
  readonly version: number;
  /** Exchanges the draft and a conflicting save. */
  choose(id: string): void;
  /** True when everything typed is on the server or at least in the browser's storage. */
  flush(): Promise<boolean>;
}

/** Saves the draft of an item’s form, and restores the earlier draft. */
export function useDraft({ form, item, address, userId, disabled }: DraftProps): ItemDraft {
  const { id, version, state } = item;
  const { idempotencyKey, settled } = state;
  const { lessonId: lesson, activity, ordinal: sitting } = address;
  const client = useRef<DraftClient>(null);
  const clientForm = useRef<HTMLFormElement>(null);
  const latest = useRef({ idempotencyKey, userId });
  latest.current = { idempotencyKey, userId };
  const submitted = useSubmittedFields(form);
  const [shown, setShown] = useState<{ idempotencyKey: string; view: DraftView } | null>(null);
  const [restored, setRestored] = useState<Restored>({ idempotencyKey: '', draft: null, version: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the attempt, and everything else belongs to it
  useEffect(() => {
    if (userId === null) return undefined;
    const attempt = { lesson, activity, sitting, item: id, version, key: idempotencyKey };
    const store = new DraftStore(userId);
    if (settled) store.markAllRefused(attempt, 'settled');
    if (disabled || !form.current) return undefined;
    // The page of a signed-out person may have another key, although nothing was submitted.
    const isAnswered = (): boolean =>
      latest.current.userId === userId && latest.current.idempotencyKey !== idempotencyKey;
    // A form that was drawn anew holds the served draft, which is no change of what the earlier one held.
    if (client.current?.idempotencyKey !== idempotencyKey || clientForm.current !== form.current)
      client.current = new DraftClient({
        ...{ attempt, served: state, store, clock, device: randomId(), loadSync, isAnswered },
        onView: (view) => setShown({ idempotencyKey, view }),
        onReplace: (draft) => setRestored(({ version }) => ({ idempotencyKey, draft, version: version + 1 })),
      });
    clientForm.current = form.current;
    const watched = draftForm(form.current);
    const current = client.current;
    // What differs from the submitted answer was typed while that was being graded.
    const isEdited = submitted.current
      ? !includesFields(watched.fields(), submitted.current)
      : watched.isEdited();
    const detach = current.attach(watched, isEdited);
    return () => {
      const wasAnswered = isAnswered();
      if (wasAnswered) current.discard();
      else current.sendNow();
      detach();
      if (wasAnswered) client.current = null;
    };
  }, [form, idempotencyKey, userId, disabled]);
  return {
    // The view of an earlier attempt is not about this one.
    ...(shown?.idempotencyKey === idempotencyKey ? shown.view : servedView(state)),
    item:
      restored.idempotencyKey === idempotencyKey
        ? { ...item, state: { ...state, draft: restored.draft } }
        : item,
    version: restored.version,
    choose: (conflict) => void client.current?.choose(conflict),
    flush: async () => (await client.current?.flush()) ?? true,
  };
}

interface Restored {
  readonly idempotencyKey: string;
  readonly draft: Answer | null;
  readonly version: number;
}

function servedView({ draftRevision, otherDrafts: conflicts }: ServedItem['state']): DraftView {
  return draftRevision > 0
    ? { status: 'saved', message: 'Saved', conflicts }
    : { status: 'unchanged', message: '', conflicts };
}

/** What was submitted last from this page. */
function useSubmittedFields(form: RefObject<HTMLFormElement | null>): RefObject<FormFields | null> {
  const submitted = useRef<FormFields>(null);
  useEffect(() => {
    const watched = form.current;
    if (!watched) return undefined;
    const remember = (): void => {
      submitted.current = fieldsIn(watched);
    };
    watched.addEventListener('submit', remember);
    return () => watched.removeEventListener('submit', remember);
  }, [form]);
  return submitted;
}

/** Where nothing is typed the script is never fetched. */
const loadSync: DraftClientSetup['loadSync'] = () =>
  import('./draft-sync.ts').then(
    ({ DraftSync }) =>
      (setup) =>
        new DraftSync(setup),
  );

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** `randomUUID` exists only under https, which not every school has. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
