import { useId } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import { answerLineStyle } from '#components/item/kinds/input-style.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { PartFeedback } from '#components/item/kinds/part-feedback.tsx';
import type { NumberView } from '#lib/item/number/number.ts';

/** A text input for a number, followed by the unit unless the learner has to write it. */
export function NumberFields({ view: { unit, asksUnit }, item, disabled }: FieldsProps<NumberView>) {
  const id = useId();
  const { outcome } = item.state;
  const answer = initialAnswer(item);
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
          dir="ltr"
          maxLength={120}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          disabled={disabled}
          defaultValue={answer && 'number' in answer ? answer.number : ''}
          aria-describedby={described}
          className={`tabular-nums ${answerLineStyle}`}
        />
        {unit ? (
          <span id={`${id}-unit`} className="shrink-0">
            {unit}
          </span>
        ) : null}
      </div>
      <p id={`${id}-how`} className="mt-1.5 text-sm text-ink-soft">
        Use a point for decimals (3.5) and e for powers of ten (1e3).
      </p>
      {state ? (
        <PartFeedback
          id={`${id}-said`}
          state={state}
          word={state === 'right' ? 'This number is right' : 'This number is not right'}
          note={outcome?.notes.number}
          className="mt-3"
        />
      ) : null}
    </div>
  );
}
