import type { ReactNode } from 'react';
import { ItemReview } from '#components/item/form/item-review.tsx';
import { Moment } from '#components/progress/moment.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Link } from '#components/ui/link.tsx';
import { type ReportKind, reportKindLabels } from '#lib/item/problem-report.ts';
import type { AnswerCorrectness } from '#lib/progress/tally.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { plainText } from '#lib/text/rich.ts';

export interface ProblemReportCardProps {
  kind: ReportKind;
  note: string;
  verdict: AnswerCorrectness | null;
  servedItem: ServedItem;
  address: SittingAddress;
  /** Null for readers who do not teach the student. */
  name: string | null;
  location: string;
  href: string | null;
  source: string | null;
  isOutdated: boolean;
  reportedAt: Date;
  now: Date;
  timeZone: string;
  /** The form that resolves the report, or its resolution. */
  children: ReactNode;
}

const verdicts: Readonly<Record<AnswerCorrectness, string>> = {
  right: 'answered correctly',
  wrong: 'answered incorrectly',
  open: 'answered',
};

/** One report: its kind and note, and the question as the student saw it. */
export function ProblemReportCard(props: ProblemReportCardProps) {
  const { kind, note, verdict, servedItem, address, name, location, href, source, isOutdated, children } =
    props;
  return (
    <article className="rounded-md border border-line bg-paper-raised p-4 sm:p-6">
      <h3 className="text-lg">{reportKindLabels[kind]}</h3>
      <p className="mt-1 line-clamp-2 text-ink-soft">{plainText(servedItem.prompt)}</p>
      {note ? (
        <blockquote
          dir="auto"
          className="mt-3 max-w-measure border-s-2 border-accent ps-4 whitespace-pre-wrap"
        >
          {note}
        </blockquote>
      ) : null}
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        <span dir="auto">{name ?? 'A student'}</span>
        <Moment at={props.reportedAt} now={props.now} timeZone={props.timeZone} />
        {href ? <Link href={href}>{location}</Link> : <span>{location}</span>}
        <span>{verdict ? verdicts[verdict] : 'not answered'}</span>
        {source ? <code className="font-code break-all">{source}</code> : null}
        {isOutdated ? <span>the question has changed since</span> : null}
      </p>
      <Disclosure summary="The question as the student saw it" className="mt-2">
        <ItemReview item={servedItem} address={address} />
      </Disclosure>
      <div className="mt-3">{children}</div>
    </article>
  );
}
