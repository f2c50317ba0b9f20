import type { Shortcut } from './kind-view.ts';

/** The keyboard shortcuts of a list of options. */
export const optionShortcuts: readonly Shortcut[] = [
  { keys: '1 to 9, A to J', does: 'choose an option', on: 'input[data-shortcut]' },
];
