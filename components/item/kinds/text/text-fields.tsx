import { useId } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import { answerLineStyle } from '#components/item/kinds/input-style.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { PartFeedback } from '#components/item/kinds/part-feedback.tsx';
import type { TextBody } from '#lib/item/text/text.ts';

/** A text input for a word or a few. */
export function TextFields({ view: { form }, item, disabled }: FieldsProps<TextBody>) {
  const id = useId();
  const { outcome } = item.state;
  const answer = initialAnswer(item);
  const state = outcome?.parts.text;
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        Answer
      </label>
      <input
        id={id}
        name="text"
        type="text"
        dir={form === 'digits' || form === 'identifier' ? 'ltr' : 'auto'}
        inputMode={form === 'digits' ? 'numeric' : 'text'}
        maxLength={400}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        disabled={disabled}
        defaultValue={answer && 'text' in answer ? answer.text : ''}
        aria-describedby={state ? `${id}-said` : undefined}
        className={`mt-1.5 max-w-lg ${form === 'identifier' ? 'font-code text-sm' : ''} ${answerLineStyle}`}
      />
      {state ? (
        <PartFeedback
          id={`${id}-said`}
          state={state}
          word={state === 'right' ? 'This is it' : 'Not this'}
          note={outcome?.notes.text}
          className="mt-3"
        />
      ) : null}
    </div>
  );
}
