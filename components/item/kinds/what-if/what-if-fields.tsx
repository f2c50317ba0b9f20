import { useId } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import { answerBoxStyle } from '#components/item/kinds/input-style.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { Text } from '#components/lesson/text.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

/** A free-text guess; once submitted, the model answer is shown beside it. */
export function WhatIfFields({ item, disabled }: FieldsProps<Record<string, never>>) {
  const id = useId();
  const { solution } = item.state;
  const answer = initialAnswer(item);
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
          className={`mt-1.5 ${answerBoxStyle}`}
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
