import { useId } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import { answerBoxStyle } from '#components/item/kinds/input-style.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { OptionList } from '#components/item/kinds/option-list.tsx';
import { PartFeedback } from '#components/item/kinds/part-feedback.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { OutputView } from '#lib/item/output/output.ts';

/** The output of a program: chosen from options, or typed. */
export function OutputFields({ view, item, disabled }: FieldsProps<OutputView>) {
  const id = useId();
  const { outcome } = item.state;
  const answer = initialAnswer(item);
  if (view.options) {
    const chosen = answer && 'options' in answer ? answer.options : [];
    return (
      <OptionList options={view.options} many={false} chosen={chosen} outcome={outcome} disabled={disabled} />
    );
  }
  const state = outcome?.parts.text;
  return (
    <div>
      <label htmlFor={id} className="text-sm text-ink-soft">
        Type what it prints, line by line. Spaces at the end of a line do not count.
      </label>
      <TextArea
        id={id}
        name="text"
        dir="ltr"
        rows={3}
        disabled={disabled}
        start={answer && 'text' in answer ? answer.text : ''}
        maxLength={4000}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={state ? `${id}-said` : undefined}
        className={`mt-1.5 overflow-x-auto font-code text-sm whitespace-pre ${answerBoxStyle}`}
      />
      {state ? (
        <PartFeedback
          id={`${id}-said`}
          state={state}
          word={state === 'right' ? 'Exactly this' : 'It prints something else'}
          className="mt-2"
        />
      ) : null}
    </div>
  );
}
