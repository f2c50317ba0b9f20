import { useId } from 'react';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { OptionList } from '#components/item/kinds/option-list.tsx';
import { PartFlag } from '#components/item/kinds/part-flag.tsx';
import { startOf } from '#components/item/kinds/start-of.ts';
import { typedBox } from '#components/item/kinds/typed-box.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import type { OutputView } from '#lib/item/output/output.ts';

/** What a program prints: one of the options, or typed as it would stand on the screen. */
export function OutputFields({ view, item, disabled }: FieldsProps<OutputView>) {
  const id = useId();
  const { outcome } = item.state;
  const answer = startOf(item);
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
        Type what it prints, line by line. Blanks at the end of a line do not count.
      </label>
      <TextArea
        id={id}
        name="text"
        rows={3}
        disabled={disabled}
        start={answer && 'text' in answer ? answer.text : ''}
        maxLength={4000}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={state ? `${id}-said` : undefined}
        className={`mt-1.5 overflow-x-auto font-code text-sm whitespace-pre ${typedBox}`}
      />
      {state ? (
        <PartFlag
          id={`${id}-said`}
          state={state}
          word={state === 'right' ? 'Exactly this' : 'It prints something else'}
          className="mt-2"
        />
      ) : null}
    </div>
  );
}
