import { lazy } from 'react';
import type { KindView } from '#components/item/kinds/kind-view.ts';
import { noted } from '#components/item/kinds/kind-words.ts';

export const card: KindView<Record<string, never>> = {
  label: 'Card',
  Fields: lazy(() => import('./card-fields.tsx').then((file) => ({ default: file.CardFields }))),
  turn: { label: 'Turn the card', signIn: 'Sign in to turn the card' },
  noted(answer) {
    const again = 'rating' in answer && answer.rating === 'again';
    return noted('Noted', again ? 'This card comes back soon.' : 'This card comes back when it is due.');
  },
  shortcuts: [{ keys: '1 to 4', does: 'rate a card', on: 'button[data-key][name=rating]' }],
};
