import { useEffect } from 'react';
import { ItemAddressFields } from '#components/item/form/address-fields.tsx';
import { useForm } from '#components/item/form/use-form.ts';
import { answerBoxStyle } from '#components/item/kinds/input-style.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { FormState } from '#lib/form-state.ts';
import {
  longestNote,
  type OwnReport,
  type ReportRefusal,
  reportKindLabels,
  reportKinds,
  reportsPerDay,
} from '#lib/item/problem-report.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import type { Reporting } from './report-context.tsx';

export interface ReportFormProps {
  item: ServedItem;
  address: SittingAddress;
  reporting: Reporting;
  /** The learner’s earlier report of this item. */
  earlierReport: OwnReport | undefined;
  /** Called after the report was sent. */
  onFiled: (report: OwnReport) => void;
}

/** Reports a problem by kind and note; works without a script. */
export function ReportForm({
  item,
  address,
  reporting: { action },
  earlierReport,
  onFiled,
}: ReportFormProps) {
  const id = `report-${item.id}`;
  const sent = useForm(action, `#${id}`);
  const done = sent.state?.ok && sent.state.value.itemId === item.id ? sent.state.value : null;
  const open = earlierReport?.reply === null ? earlierReport : undefined;
  useEffect(() => {
    if (done) onFiled(done);
  }, [done, onFiled]);
  return (
    <>
      {earlierReport && earlierReport.reply !== null ? <Settled report={earlierReport} /> : null}
      <form
        {...sent.form}
        id={id}
        className="mt-1 mb-4 grid grid-cols-[minmax(0,1fr)] justify-items-start gap-3 rounded-md border border-line p-4 text-ink"
      >
        <ItemAddressFields address={address} item={item} />
        <Fields id={id} open={open} />
        <Button kind="quiet" size="small" pending={sent.pending} className="max-sm:min-h-11">
          {open ? 'Change the report' : 'Send the report'}
        </Button>
        <div role="status" className="empty:hidden">
          {done ? <Notice kind="right" title="Report sent. Thank you." /> : null}
          {sent.notSent
            ? 'The server could not be reached. Check your connection and press the button again.'
            : null}
          {sent.state?.ok === false ? problemOf(sent.state) : null}
        </div>
      </form>
    </>
  );
}

function Fields({ id, open }: { id: string; open: OwnReport | undefined }) {
  return (
    <>
      <label htmlFor={`${id}-kind`} className="font-semibold">
        What is wrong?
      </label>
      <select
        id={`${id}-kind`}
        name="kind"
        defaultValue={open?.kind ?? 'wrong-key'}
        className="min-h-11 max-w-full rounded-md border border-line-strong bg-paper-raised px-3 text-base"
      >
        {reportKinds.map((kind) => (
          <option key={kind} value={kind}>
            {reportKindLabels[kind]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-note`} className="font-semibold">
        Describe the problem
      </label>
      <TextArea
        id={`${id}-note`}
        name="note"
        maxLength={longestNote}
        start={open?.note ?? ''}
        className={answerBoxStyle}
      />
      <p className="text-ink-soft">
        The report includes the question as you see it and your last answer. Your teachers and the authors can
        read it.
      </p>
    </>
  );
}

function Settled({ report: { reply } }: { report: OwnReport }) {
  return (
    <p className="mb-2 text-ink">
      Your report was reviewed
      {reply ? (
        <>
          : “<bdi>{reply}</bdi>”
        </>
      ) : (
        '.'
      )}{' '}
      If something is still wrong, report it again.
    </p>
  );
}

const problems: Readonly<Record<ReportRefusal, string>> = {
  'not-found': 'This question has been removed, so there is nothing to fix.',
  stale: 'The question was changed after you opened it. Reload the page and check its new version first.',
  'too-many': `You have sent ${reportsPerDay} reports today. Send more tomorrow, or tell your teacher.`,
};

function problemOf(state: Extract<FormState<OwnReport, ReportRefusal>, { ok: false }>): string {
  if (state.reason !== 'invalid') return problems[state.reason];
  return Object.values(state.fields).flat()[0] ?? 'This form could not be read. Send it again.';
}
