import { useState } from 'react';
import type { KeptDraft } from './draft-keeper.ts';

export interface DraftLineProps {
  kept: KeptDraft;
  /** An answer is on its way: that it closed the draft is no news. */
  pending: boolean;
  signInHref: string;
}

/** Whether what is typed is saved: seen at once, spoken only when it changes from saved to not saved or back. */
export function DraftLine({ kept, pending, signInHref }: DraftLineProps) {
  const closed = kept.line === 'answered' || kept.line === 'settled';
  const words = pending && closed ? '' : kept.words;
  const [spoken, speak] = useState('');
  if (words && words !== spoken && kept.line !== 'saving') speak(words);
  return (
    <span className="needs-script min-h-6 text-sm text-ink-soft">
      <span aria-hidden="true">{words}</span>
      <span role="status" className="sr-only">
        {spoken}
      </span>
      {kept.line === 'signed-out' ? (
        <>
          {' '}
          <a href={signInHref} className="font-semibold">
            Sign in
          </a>
        </>
      ) : null}
    </span>
  );
}
