import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { OptionList } from '#components/item/kinds/option-list.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { ChoiceView } from '#lib/item/choice/choice.ts';

const CodeOptions = lazyPart(() => import('./code-options.tsx').then((file) => file.CodeOptions));

/** One option, or all that apply. */
export function ChoiceFields({ view, item, disabled }: FieldsProps<ChoiceView>) {
  const { outcome } = item.state;
  const answer = initialAnswer(item);
  const isCode = view.options.every(({ label }) => label.some(([tag]) => tag === 'pre'));
  const List = isCode ? CodeOptions : OptionList;
  return (
    <List
      options={view.options}
      many={view.many}
      chosen={answer && 'options' in answer ? answer.options : []}
      outcome={outcome}
      disabled={disabled}
    />
  );
}
