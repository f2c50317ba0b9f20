import { type KeyboardEvent, type PointerEvent, useId } from 'react';
import { PartFeedback } from '#components/item/kinds/part-feedback.tsx';
import { Rich } from '#components/lesson/rich.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { PartState } from '#lib/item/item-type.ts';
import type { Rich as RichText } from '#lib/text/rich.ts';

export interface OrderBlockProps {
  block: { readonly id: string; readonly label: RichText };
  index: number;
  count: number;
  scripted: boolean;
  disabled: boolean;
  held: boolean;
  state: PartState | undefined;
  /** The feedback on it; undefined without any. */
  word: string | undefined;
  onMove: (by: number) => void;
  onPickUp: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  drag: (event: PointerEvent<HTMLElement>, id: string) => void;
}

/** One step: its number, its text, a grip and two buttons. */
export function OrderBlock(props: OrderBlockProps) {
  const { block, index, count, scripted, disabled, held, state, word } = props;
  const id = useId();
  const style = held
    ? 'border-accent bg-accent-tint shadow-pop relative z-10'
    : state === 'wrong'
      ? 'border-wrong bg-wrong-tint'
      : 'border-line-strong bg-paper-raised';
  const isPlain = !scripted && !disabled;
  return (
    <li
      data-block={block.id}
      className={`${isPlain ? 'plain-step ' : ''}keep-together flex items-stretch rounded-md border transition-[background-color,border-color,box-shadow] ${style}`}
    >
      {scripted && !disabled ? <Grip {...props} labelId={id} /> : null}
      <div className="flex min-w-0 grow items-start gap-3 px-3 py-2.5">
        {!isPlain ? (
          <span className="min-w-3 shrink-0 font-semibold text-ink-soft tabular-nums">{index + 1}</span>
        ) : (
          <input
            type="number"
            name={`position.${block.id}`}
            defaultValue={index + 1}
            min={1}
            max={count}
            aria-labelledby={id}
            className="-my-2.5 h-11 w-14 shrink-0 rounded-md border border-line-strong bg-paper px-2 text-center tabular-nums"
          />
        )}
        <div className="min-w-0 grow">
          <div id={id} data-text-of={block.id} className="prose">
            <Rich nodes={block.label} />
          </div>
          {state && word ? <PartFeedback state={state} word={word} className="mt-1 text-sm" /> : null}
        </div>
      </div>
      {scripted && !disabled ? <Movers {...props} labelId={id} /> : null}
    </li>
  );
}

function Grip({ block, held, onPickUp, onKeyDown, drag, labelId }: OrderBlockProps & { labelId: string }) {
  return (
    <button
      type="button"
      id={`${labelId}-grip`}
      aria-label="Move"
      aria-labelledby={`${labelId}-grip ${labelId}`}
      aria-pressed={held}
      onClick={(event) => {
        if (event.detail === 0) onPickUp();
      }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => drag(event, block.id)}
      className="flex w-11 shrink-0 cursor-grab touch-none items-center justify-center rounded-s-md border-e border-line text-ink-soft hover:bg-accent-tint active:cursor-grabbing"
    >
      <Icon name="grip" />
    </button>
  );
}

function Movers({ index, count, onMove, labelId }: OrderBlockProps & { labelId: string }) {
  const moves = [
    { word: 'Up', icon: 'arrow-up', by: -1, off: index === 0 },
    { word: 'Down', icon: 'arrow-down', by: 1, off: index === count - 1 },
  ] as const;
  return (
    <div className="flex shrink-0 flex-col border-s border-line sm:flex-row">
      {moves.map(({ word, icon, by, off }) => (
        <button
          key={word}
          type="button"
          id={`${labelId}-${word}`}
          aria-label={word}
          aria-labelledby={`${labelId}-${word} ${labelId}`}
          aria-disabled={off}
          onClick={() => onMove(by)}
          className="flex min-h-11 w-11 grow items-center justify-center rounded-md text-ink-soft hover:bg-accent-tint hover:text-ink aria-disabled:text-line-strong aria-disabled:hover:bg-transparent"
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
