import { Suspense, useRef, useState } from 'react';
import { useScripted } from '#components/item/form/use-scripted.ts';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { ConflictingDraft } from '#lib/sitting/draft.ts';
import type { DraftView } from './draft-client.ts';

export interface DraftStatusProps {
  draft: DraftView;
  /** An answer is being submitted: that this closes the draft need not be said. */
  pending: boolean;
  signInHref: string;
}

/** Whether what is typed is saved: shown at once, spoken only when it changes from saved to not saved or back. */
export function DraftStatus({ draft: { status, message }, pending, signInHref }: DraftStatusProps) {
  const isClosed = status === 'answered' || status === 'settled';
  const shown = pending && isClosed ? '' : message;
  const [spoken, speak] = useState('');
  if (shown !== spoken && status !== 'saving') speak(shown);
  return (
    <span data-draft={status} className="needs-script min-h-6 text-sm text-ink-soft">
      <span aria-hidden="true">{shown}</span>
      <span role="status" className="sr-only">
        {spoken}
      </span>
      {status === 'signed-out' ? (
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

// Few ever see one.
const ConflictNotice = lazyPart(() => import('./conflict-notice.tsx').then((file) => file.ConflictNotice));

export interface DraftConflictsProps {
  conflicts: readonly ConflictingDraft[];
  onChoose: (id: string) => void;
}

/** Offers the conflicting answers that other pages have saved; all are kept until one is submitted. */
export function DraftConflicts({ conflicts, onChoose }: DraftConflictsProps) {
  const scripted = useScripted();
  const region = useRef<HTMLDivElement>(null);
  const choose = (id: string): void => {
    // The button that was pressed goes away, and the focus must not go with it.
    region.current?.focus({ preventScroll: true });
    onChoose(id);
  };
  return (
    <div ref={region} role="status" tabIndex={-1} className="needs-script">
      {(scripted ? conflicts : []).map(({ id, savedAt }) => (
        <Suspense key={id}>
          <ConflictNotice savedAt={savedAt} onChoose={() => choose(id)} />
        </Suspense>
      ))}
    </div>
  );
}
