import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { DraftStore } from '#components/item/draft/draft-store.ts';
import { Button } from '#components/ui/button.tsx';
import { loadAllParts } from '#components/ui/lazy-near.ts';
import { Link } from '#components/ui/link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type AnswerRejection, AnswerStore, type KeptAnswer } from './answer-store.ts';
import { sendAnswers } from './send-answers.ts';

export interface KeptAnswersProps {
  userId: string;
}

/** Sends the answers that were given without a connection, at once and when it is back, and says what became of them. */
export function KeptAnswers({ userId }: KeptAnswersProps) {
  const { refresh } = useRouter();
  const [sent, setSent] = useState<readonly KeptAnswer[]>([]);
  const [refused, setRefused] = useState<readonly KeptAnswer[]>([]);
  useEffect(() => {
    let isOpen = true;
    const send = (): void =>
      void sendAnswers(new AnswerStore(userId)).then((result) => {
        for (const answer of result.sent) removeDrafts(userId, answer);
        if (!isOpen) return;
        setSent((current) => [...current, ...result.sent]);
        setRefused(result.refused);
        // The questions and points on this page still stand as they were before.
        if (result.sent.length === 0) return;
        loadAllParts();
        refresh();
      });
    send();
    window.addEventListener('online', send);
    return () => {
      isOpen = false;
      window.removeEventListener('online', send);
    };
  }, [userId, refresh]);
  const discard = (answer: KeptAnswer): void => {
    new AnswerStore(userId).remove(answer);
    setRefused((current) => current.filter((other) => other !== answer));
  };
  return (
    <>
      {sent.length > 0 ? <Sent answers={sent} onClose={() => setSent([])} /> : null}
      {refused.map((answer) => (
        <Refused key={answer.fields.key?.[0]} answer={answer} onDiscard={() => discard(answer)} />
      ))}
    </>
  );
}

/** What was typed is in the answer. */
function removeDrafts(userId: string, { fields }: KeptAnswer): void {
  const store = new DraftStore(userId);
  for (const { body } of store.listAll()) if (body.key === fields.key?.[0]) store.remove(body);
}

function Sent({ answers, onClose }: { answers: readonly KeptAnswer[]; onClose: () => void }) {
  const pages = new Map(answers.map(({ page }) => [page.path, page]));
  return (
    <Notice
      className="mt-4"
      title={
        answers.length === 1
          ? 'The answer you gave offline was sent'
          : `${answers.length} answers you gave offline were sent`
      }
      action={
        <Button kind="quiet" size="small" onClick={onClose}>
          Close
        </Button>
      }
    >
      See how {answers.length === 1 ? 'it' : 'they'} went:{' '}
      {[...pages.values()].map(({ path, title }, at) => (
        <span key={path}>
          {at > 0 ? ', ' : ''}
          <Link href={path}>{title.split(' · ')[0] || path}</Link>
        </span>
      ))}
    </Notice>
  );
}

function Refused({ answer, onDiscard }: { answer: KeptAnswer; onDiscard: () => void }) {
  const { page, words, refused } = answer;
  return (
    <Notice
      kind="unsure"
      className="mt-4"
      title={`An answer you gave offline was not counted: ${(refused && reasons[refused]) ?? 'the question has changed since then'}`}
      action={
        <Button kind="quiet" size="small" onClick={onDiscard}>
          Discard it
        </Button>
      }
    >
      <Link href={page.path}>{page.title.split(' · ')[0] || page.path}</Link>
      <pre className="max-h-60 overflow-auto font-code text-sm whitespace-pre-wrap" dir="auto">
        {words.join('\n')}
      </pre>
    </Notice>
  );
}

const reasons: Partial<Record<AnswerRejection, string>> = {
  settled: 'the question was already finished',
  'no-attempts': 'all attempts were used',
  'key-reused': 'another answer was sent before it',
  late: 'the time was up',
  incomplete: 'something was missing in it',
  'too-long': 'it is too long',
};
