import { noted } from '#components/item/kinds/kind-text.ts';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';

export const card: KindView<Record<string, never>> = {
  label: 'Card',
  Fields: lazyPart(() => import('./card-fields.tsx').then((file) => file.CardFields)),
  turn: { label: 'Turn the card' },
  noted(answer) {
    const again = 'rating' in answer && answer.rating === 'again';
    return noted(
      'Noted',
      again ? 'You will see this card again soon.' : 'You will see this card again when it is due.',
    );
  },
  shortcuts: [{ keys: '1 to 4', does: 'rate a card', on: 'button[data-shortcut][name=rating]' }],
};
