import type { KindView } from '#components/item/kinds/kind-view.ts';
import { optionShortcuts } from '#components/item/kinds/option-shortcuts.ts';
import type { ChoiceView } from '#lib/item/choice/choice.ts';
import type { Scoring } from '#lib/item/options.ts';
import type { AnswerOutcome } from '#lib/sitting/served-item.ts';
// Choosing is what most pages ask for, so it comes with them; the fields of other kinds come when a page holds one.
import { ChoiceFields } from './choice-fields.tsx';

/** How partly right answers are scored, shown before answering. */
const scoringWords = {
  cancel: 'A wrong tick cancels a right one.',
  exact: 'Only the complete set counts.',
} as const satisfies Record<Scoring, string>;

export const choice: KindView<ChoiceView> = {
  label: 'Question',
  isOrdinary: true,
  Fields: ChoiceFields,
  ask: ({ many, scoring }) => (many ? `Tick all that apply. ${scoringWords[scoring]}` : 'Choose one.'),
  check: () => 'Check',
  partly: missingTicks,
  shortcuts: optionShortcuts,
};

function missingTicks({ parts }: AnswerOutcome): string {
  const isRight = Object.values(parts).every((state) => state === 'right');
  return isRight ? 'What you ticked is right. Something is missing.' : '';
}
