import type { FieldsProps } from './fields-props.ts';
import { OptionList } from './option-list.tsx';

/** One option, or all that apply. */
export function ChoiceFields({ view, item, disabled }: FieldsProps<'choice'>) {
  const { answer, outcome } = item.state;
  return (
    <OptionList
      options={view.options}
      many={view.many}
      chosen={answer && 'options' in answer ? answer.options : []}
      outcome={outcome}
      disabled={disabled}
    />
  );
}
