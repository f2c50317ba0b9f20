import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { OptionList } from '#components/item/kinds/option-list.tsx';
import type { ChoiceView } from '#lib/item/choice/choice.ts';

/** One option, or all that apply. */
export function ChoiceFields({ view, item, disabled }: FieldsProps<ChoiceView>) {
  const { outcome } = item.state;
  const answer = initialAnswer(item);
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
