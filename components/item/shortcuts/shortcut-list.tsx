import { useState } from 'react';
import { ShortcutSwitch } from './shortcut-switch.tsx';

/** A key, what it does, and what must be on the page for it. */
const keys = [
  { key: '1 to 9, A to J', does: 'choose an option', on: 'input[data-key]' },
  { key: '1 to 4', does: 'rate a card', on: 'button[data-key][name=rating]' },
  { key: '1 to 9', does: 'put a word into the blank', on: 'button[data-key]:not([name=rating])' },
  { key: '↑ ↓', does: 'go from option to option', on: 'article[data-item] input[type=radio]' },
  { key: 'Space', does: 'tick or untick an option', on: 'article[data-item] input[type=checkbox]' },
  { key: 'Enter', does: 'check the answer', on: 'input[data-key]' },
  { key: 'Ctrl + Enter', does: 'check what you typed', on: 'article[data-item] textarea' },
  { key: 'Tab, then Enter', does: 'reach and press any button', on: 'article[data-item] button' },
  { key: '?', does: 'open this list', on: 'body' },
] as const;

const present = () => keys.filter(({ on }) => document.querySelector(on) !== null);

/** The keys of what is on the page just now, and the switch that turns single ones off. */
export function ShortcutList() {
  const [shown] = useState(present);
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2">
        {shown.map(({ key, does }) => (
          <div key={key} className="contents">
            <dt className="font-code text-sm leading-7">{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 border-t border-line pt-3">
        <ShortcutSwitch />
        <p className="text-sm text-ink-soft">
          Off, digits, letters and ? do nothing by themselves. Enter and Ctrl + Enter go on checking.
        </p>
      </div>
    </>
  );
}
