import { useEffect, useState } from 'react';
import { KeptAnswers } from '#components/item/outbox/kept-answers.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { DraftRejection } from '#lib/sitting/autosave.ts';
import { type DraftPage, DraftStore } from './draft-store.ts';
import { type RefusedCopy, resendCopies } from './send-drafts.ts';

export interface UnsentDraftsPanelProps {
  userId: string;
  /** The path of the page that is open. */
  path: string;
}

/** Sends what was left on this device, on each page and when the connection is back, and shows the results. */
export function UnsentDraftsPanel({ userId, path }: UnsentDraftsPanelProps) {
  const [saved, setSaved] = useState<readonly DraftPage[]>([]);
  const [refused, setRefused] = useState<readonly RefusedCopy[]>([]);
  useEffect(() => {
    let isOpen = true;
    const resend = (): void =>
      void resendCopies(new DraftStore(userId), path).then((sent) => {
        if (!isOpen) return;
        setSaved((current) => distinct([...current, ...sent.saved]).filter((page) => page.path !== path));
        setRefused(sent.refused);
      });
    resend();
    window.addEventListener('online', resend);
    return () => {
      isOpen = false;
      window.removeEventListener('online', resend);
    };
  }, [userId, path]);
  const throwAway = (copy: RefusedCopy): void => {
    new DraftStore(userId).remove(copy.body);
    setRefused((current) => current.filter((other) => other !== copy));
  };
  return (
    <>
      <KeptAnswers userId={userId} />
      {saved.map((page) => (
        <Notice
          key={page.path}
          className="mt-4"
          title="An answer typed offline was saved"
          action={
            <Button
              kind="quiet"
              size="small"
              onClick={() => setSaved(saved.filter((other) => other.path !== page.path))}
            >
              Close
            </Button>
          }
        >
          <PageLink page={page} />
        </Notice>
      ))}
      {refused.map((copy) => (
        <RefusedDraft
          key={`${copy.body.item}/${copy.body.device}`}
          copy={copy}
          onThrowAway={() => throwAway(copy)}
        />
      ))}
    </>
  );
}

function RefusedDraft({ copy, onThrowAway }: { copy: RefusedCopy; onThrowAway: () => void }) {
  return (
    <Notice
      kind="unsure"
      className="mt-4"
      title={`An answer typed here was not saved: ${reasons[copy.refused] ?? 'the question has changed since then'}`}
      action={
        <Button kind="quiet" size="small" onClick={onThrowAway}>
          Discard it
        </Button>
      }
    >
      <PageLink page={copy.page} />
      <pre className="max-h-60 overflow-auto font-code text-sm whitespace-pre-wrap">
        {copy.words.join('\n')}
      </pre>
      <p className="text-sm">Stored only on this device, for 30 days.</p>
    </Notice>
  );
}

const reasons: Partial<Record<DraftRejection, string>> = {
  late: 'the time was up',
  settled: 'the question was already finished',
  answered: 'the question was answered elsewhere',
  'too-long': 'it is too long',
};

function PageLink({ page: { path, title } }: { page: DraftPage }) {
  return <Link href={path}>{title.split(' · ')[0] || path}</Link>;
}

const distinct = (pages: readonly DraftPage[]): readonly DraftPage[] =>
  pages.filter((page, index) => pages.findIndex(({ path }) => path === page.path) === index);
