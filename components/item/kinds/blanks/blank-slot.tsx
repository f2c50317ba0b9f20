'use client';

import { createContext, type KeyboardEvent, useContext, useEffect, useRef } from 'react';
import { type PartProps, textProp } from '#components/lesson/rich.tsx';
import { Mark } from '#components/ui/mark.tsx';
import type { PartState } from '#lib/item/item-type.ts';

export interface BlanksState {
  /** Null when blanks are typed. */
  readonly bank: readonly string[] | null;
  readonly filled: Readonly<Record<string, string>>;
  /** The blank that takes the next token. */
  readonly active: string | null;
  readonly scripted: boolean;
  readonly disabled: boolean;
  number(id: string): number;
  mark(id: string): PartState | undefined;
  onPick(id: string): void;
  onKeyDown(id: string, event: KeyboardEvent): void;
}

const Context = createContext<BlanksState | null>(null);

/** Provides the state of all blanks to the slots in the code. */
export const Blanks = Context.Provider;

/** One blank in the code: a button that shows its number or token; without a script, a list of tokens. */
export function BlankSlot({ props }: PartProps) {
  const state = useContext(Context);
  const id = textProp(props, 'id');
  if (!state) return null;
  if (!state.bank) return <TypedSlot id={id} state={state} />;
  return state.scripted ? <Slot id={id} state={state} /> : <Plain id={id} state={state} />;
}

const styles = {
  right: 'border-right bg-right-tint',
  wrong: 'border-wrong bg-wrong-tint',
  missed: 'border-accent',
} as const satisfies Record<PartState, string>;

const words = { right: 'right', wrong: 'not right', missed: '' } as const satisfies Record<PartState, string>;

function Slot({ id, state }: { id: string; state: BlanksState }) {
  const token = state.filled[id] ?? '';
  const mark = state.mark(id);
  const active = state.active === id;
  const slot = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active) slot.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const style = active
    ? 'border-accent bg-accent-tint outline-2 outline-accent'
    : mark
      ? styles[mark]
      : 'border-accent bg-paper-raised hover:bg-accent-tint';
  return (
    <button
      ref={slot}
      type="button"
      data-blank={id}
      disabled={state.disabled}
      aria-pressed={active}
      aria-label={`Blank ${state.number(id)}: ${token || 'empty'}${mark ? `, ${words[mark]}` : ''}`}
      onClick={() => state.onPick(id)}
      onKeyDown={(event) => state.onKeyDown(id, event)}
      className={`blank blank-slot ${style}`}
    >
      {token || <span className="text-xs text-ink-soft">{state.number(id)}</span>}
      {mark ? <Mark kind={mark} size={15} /> : null}
    </button>
  );
}

function TypedSlot({ id, state }: { id: string; state: BlanksState }) {
  const token = state.filled[id] ?? '';
  const mark = state.mark(id);
  return (
    <span className="inline-flex items-center gap-1 align-middle">
      <input
        name={`blank.${id}`}
        type="text"
        dir="ltr"
        defaultValue={token}
        disabled={state.disabled}
        maxLength={400}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        placeholder={String(state.number(id))}
        aria-label={`Blank ${state.number(id)}${mark ? `, ${words[mark]}` : ''}`}
        className={`blank blank-typed ${mark ? styles[mark] : 'border-accent bg-paper-raised'}`}
      />
      {mark ? <Mark kind={mark} size={15} /> : null}
    </span>
  );
}

function Plain({ id, state }: { id: string; state: BlanksState }) {
  return (
    <select
      name={`blank.${id}`}
      defaultValue={state.filled[id] ?? ''}
      aria-label={`Blank ${state.number(id)}`}
      className="blank border-accent bg-paper-raised"
    >
      <option value="">{state.number(id)}</option>
      {state.bank?.map((token) => (
        <option key={token} value={token}>
          {token}
        </option>
      ))}
    </select>
  );
}
