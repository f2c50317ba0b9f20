import { useId } from 'react';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { startOf } from '#components/item/kinds/start-of.ts';
import { typedBox } from '#components/item/kinds/typed-box.ts';
import { Text } from '#components/lesson/text.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

/** A guess in one's own words; once it is written, the model answer stands beside it. */
export function WhatIfFields({ item, disabled }: FieldsProps<Record<string, never>>) {
  const id = useId();
  const { solution } = item.state;
  const answer = startOf(item);
  return (
    <div className={`grid grid-cols-[minmax(0,1fr)] gap-6 ${solution ? 'lg:grid-cols-2' : ''}`}>
      <div>
        <label htmlFor={id} className="font-semibold">
          Your guess
        </label>
        <TextArea
          id={id}
          name="text"
          rows={4}
          disabled={disabled}
          maxLength={10_000}
          start={answer && 'text' in answer ? answer.text : ''}
          className={`mt-1.5 ${typedBox}`}
        />
      </div>
      {solution ? (
        <div>
          <p className="mb-2 font-semibold">Model answer</p>
          <Text nodes={solution} />
        </div>
      ) : null}
    </div>
  );
}
