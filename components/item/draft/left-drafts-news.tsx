import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Ended } from '#lib/sitting/autosave.ts';
import { type DraftCopy, dropCopy } from './draft-copies.ts';
import { type RefusedCopy, resendCopies } from './resend-copies.ts';

type Page = DraftCopy['page'];

export interface LeftDraftsNewsProps {
  userId: string;
  /** The path of the page that is open. */
  here: string;
}

/** Sends what was left on this device, on each page and when the connection is back, and tells what became of it. */
export function LeftDraftsNews({ userId, here }: LeftDraftsNewsProps) {
  const [saved, setSaved] = useState<readonly Page[]>([]);
  const [refused, setRefused] = useState<readonly RefusedCopy[]>([]);
  useEffect(() => {
    let isOpen = true;
    const resend = (): void =>
      void resendCopies(userId, here).then((sent) => {
        if (!isOpen) return;
        setSaved((before) => distinct([...before, ...sent.saved]).filter(({ path }) => path !== here));
        setRefused(sent.refused);
      });
    resend();
    window.addEventListener('online', resend);
    return () => {
      isOpen = false;
      window.removeEventListener('online', resend);
    };
  }, [userId, here]);
  const throwAway = (copy: RefusedCopy): void => {
    dropCopy(userId, copy.body);
    setRefused((before) => before.filter((other) => other !== copy));
  };
  return (
    <>
      {saved.map((page) => (
        <Notice
          key={page.path}
          className="mt-4"
          title="An answer typed offline was saved"
          action={
            <Button
              kind="quiet"
              size="small"
              onClick={() => setSaved(saved.filter(({ path }) => path !== page.path))}
            >
              Close
            </Button>
          }
        >
          <PageLink page={page} />
        </Notice>
      ))}
      {refused.map((copy) => (
        <Unsaved
          key={`${copy.body.item}/${copy.body.device}`}
          copy={copy}
          onThrowAway={() => throwAway(copy)}
        />
      ))}
    </>
  );
}

function Unsaved({ copy, onThrowAway }: { copy: RefusedCopy; onThrowAway: () => void }) {
  return (
    <Notice
      kind="unsure"
      className="mt-4"
      title={`An answer typed here was not saved: ${why[copy.refused] ?? 'the question has changed since'}`}
      action={
        <Button kind="quiet" size="small" onClick={onThrowAway}>
          Throw it away
        </Button>
      }
    >
      <PageLink page={copy.page} />
      <pre className="max-h-60 overflow-auto font-code text-sm whitespace-pre-wrap">
        {copy.words.join('\n')}
      </pre>
      <p className="text-sm">Only this device has it, for 30 days.</p>
    </Notice>
  );
}

const why: Partial<Record<Ended, string>> = {
  late: 'the time was over',
  settled: 'the question was settled already',
  answered: 'the question was answered elsewhere',
  'too-long': 'it is longer than can be kept',
};

function PageLink({ page: { path, title } }: { page: Page }) {
  return <Link href={path}>{title.split(' · ')[0] || path}</Link>;
}

const distinct = (pages: readonly Page[]): readonly Page[] =>
  pages.filter((page, at) => pages.findIndex(({ path }) => path === page.path) === at);
