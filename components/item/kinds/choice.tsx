import type { FieldsProps } from './fields-props.ts';
import { OptionList } from './option-list.tsx';
import { startOf } from './start-of.ts';

/** One option, or all that apply. */
export function ChoiceFields({ view, item, disabled }: FieldsProps<'choice'>) {
  const { outcome } = item.state;
  const answer = startOf(item);
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
