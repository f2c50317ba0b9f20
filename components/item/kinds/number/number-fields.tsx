import { useId } from 'react';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { PartFlag } from '#components/item/kinds/part-flag.tsx';
import { startOf } from '#components/item/kinds/start-of.ts';
import { typedLine } from '#components/item/kinds/typed-line.ts';
import type { NumberView } from '#lib/item/number/number.ts';

/** A line for a number; a unit that is not asked for stands behind it. */
export function NumberFields({ view: { unit, asksUnit }, item, disabled }: FieldsProps<NumberView>) {
  const id = useId();
  const { outcome } = item.state;
  const answer = startOf(item);
  const state = outcome?.parts.number;
  const described = [`${id}-how`, unit ? `${id}-unit` : '', state ? `${id}-said` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {asksUnit ? 'Number and unit' : 'Number'}
      </label>
      <div className="mt-1.5 flex max-w-80 items-center gap-2.5">
        <input
          id={id}
          name="number"
          type="text"
          maxLength={120}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          disabled={disabled}
          defaultValue={answer && 'number' in answer ? answer.number : ''}
          aria-describedby={described}
          className={`tabular-nums ${typedLine}`}
        />
        {unit ? (
          <span id={`${id}-unit`} className="shrink-0">
            {unit}
          </span>
        ) : null}
      </div>
      <p id={`${id}-how`} className="mt-1.5 text-sm text-ink-soft">
        Decimals begin with a point: 3.5. Powers of ten: 1e3.
      </p>
      {state ? (
        <PartFlag
          id={`${id}-said`}
          state={state}
          word={state === 'right' ? 'This number fits' : 'Another number is right'}
          note={outcome?.notes.number}
          className="mt-3"
        />
      ) : null}
    </div>
  );
}
