import { useId } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { PartFeedback } from '#components/item/kinds/part-feedback.tsx';
import type { SliderBody } from './slider.ts';

export function SliderFields({ view: { from, to, step }, item, disabled }: FieldsProps<SliderBody>) {
  const id = useId();
  const start = initialAnswer(item);
  const state = item.state.outcome?.parts.value;
  return (
    <div>
      <label htmlFor={id}>Number</label>
      <input
        id={id}
        type="range"
        name="value"
        min={from}
        max={to}
        step={step}
        disabled={disabled}
        defaultValue={start && 'value' in start ? String(start.value) : from}
      />
      {state ? <PartFeedback state={state} word={state} note={item.state.outcome?.notes.value} /> : null}
    </div>
  );
}
