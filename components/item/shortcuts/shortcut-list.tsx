import { useState } from 'react';
import type { Shortcut } from '#components/item/kinds/kind-view.ts';
import { type AnyKindView, kindViews } from '#components/item/kinds/registry.ts';
import { ShortcutSwitch } from './shortcut-switch.tsx';

/** The shortcuts of all inputs and buttons. */
const common: readonly Shortcut[] = [
  { keys: '↑ ↓', does: 'move between options', on: 'article[data-item] input[type=radio]' },
  { keys: 'Space', does: 'select or clear an option', on: 'article[data-item] input[type=checkbox]' },
  { keys: 'Enter', does: 'check the answer', on: 'input[data-shortcut]' },
  { keys: 'Enter', does: 'continue after an answer', on: '.item-set' },
  { keys: '← →', does: 'back, and skip or continue', on: '.item-set' },
  { keys: 'Space', does: 'turn a card', on: '.turn-card' },
  { keys: 'Ctrl + Enter', does: 'check what you typed', on: 'article[data-item] textarea' },
  { keys: 'Tab, then Enter', does: 'reach and press any button', on: 'article[data-item] button' },
  { keys: '/ or Ctrl + K', does: 'search, or go to a page', on: 'body' },
  { keys: '?', does: 'open this list', on: 'body' },
];

/** All shortcuts without duplicates; those of item kinds come first. */
export function allShortcuts(): readonly Shortcut[] {
  const own = Object.values<AnyKindView>(kindViews).flatMap(({ shortcuts = [] }) => shortcuts);
  return [...new Set([...own, ...common])];
}

const present = () => allShortcuts().filter(({ on }) => document.querySelector(on) !== null);

/** The shortcuts that apply to the current page, and the switch for single-key shortcuts. */
export function ShortcutList() {
  const [shown] = useState(present);
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2">
        {shown.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="font-code text-sm leading-7">{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 border-t border-line pt-3">
        <ShortcutSwitch />
        <p className="text-sm text-ink-soft">
          When this is off, digits, letters, / and ? do nothing. Enter and Ctrl + Enter still check your
          answer, and Ctrl + K still searches.
        </p>
      </div>
    </>
  );
}
