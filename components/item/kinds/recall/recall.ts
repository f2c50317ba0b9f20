import { noted } from '#components/item/kinds/kind-text.ts';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { RecallBody } from '#lib/item/recall/recall.ts';

export const recall: KindView<RecallBody> = {
  label: 'Recall',
  Fields: lazyPart(() => import('./recall-fields.tsx').then((file) => file.RecallFields)),
  check: ({ state }) => (state.outcome ? 'Save the comparison' : 'Compare'),
  noted(_answer, { correct, checklist = [] }) {
    const found = checklist.filter((concept) => concept.found).length;
    return correct
      ? noted(`${found} of ${checklist.length} remembered`, '')
      : noted('Written down', 'Compare it with the list and tick what your text covers.');
  },
};
