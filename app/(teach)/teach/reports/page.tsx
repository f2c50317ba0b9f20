import type { Metadata } from 'next';
import { resolveReport } from '#app/(teach)/teach/actions.ts';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { ProblemReportCard } from '#components/classroom/problem-report-card.tsx';
import { ResolveForm } from '#components/classroom/resolve-form.tsx';
import { Moment } from '#components/progress/moment.tsx';
import { Section } from '#components/progress/section.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { itemReports, type ReportView } from '#lib/server/content/item-reports.ts';
import { requestTime } from '#lib/server/door/request-time.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';

export const metadata: Metadata = { title: 'Reported questions' };
export default async function ReportsPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/teach/reports" />;
  const here = await world();
  const reports = await itemReports(here, user);
  if (!reports) return <MissingPage />;
  const open = reports.filter(({ report }) => report.settledAt === null);
  const settled = reports.filter(({ report }) => report.settledAt !== null);
  const time = { now: await requestTime(), timeZone: user.timeZone };
  return (
    <>
      <PageHeader
        title="Reported questions"
        above={<Link href="/teach">Classes</Link>}
        lead="Problems that students reported, with the question as they saw it. Newest first."
      />
      <Section title={open.length > 0 ? `Open: ${open.length}` : 'Open'}>
        {open.length > 0 ? (
          <ReportList reports={open} time={time} />
        ) : (
          <EmptyState title="No open reports" heading="h3">
            Students can report a problem below each question. Their reports appear here.
          </EmptyState>
        )}
      </Section>
      {settled.length > 0 ? (
        <Section title="Resolved">
          <ReportList reports={settled} time={time} />
        </Section>
      ) : null}
    </>
  );
}

interface Time {
  readonly now: Date;
  readonly timeZone: string;
}

function ReportList({ reports, time }: { reports: readonly ReportView[]; time: Time }) {
  return (
    <ul className="grid list-none gap-5 p-0">
      {reports.map(({ report, where, ...details }) => (
        <li key={report.id}>
          <ProblemReportCard
            {...details}
            location={where}
            {...time}
            kind={report.kind}
            note={report.note}
            verdict={report.verdict}
            servedItem={report.shown}
            address={{ lessonId: report.lessonId, activity: report.activity, ordinal: report.ordinal }}
            reportedAt={report.reportedAt}
          >
            {report.settledAt ? (
              <p className="text-sm text-ink-soft">
                Resolved <Moment at={report.settledAt} {...time} />
                {report.reply ? (
                  <>
                    : “<bdi>{report.reply}</bdi>”
                  </>
                ) : null}
              </p>
            ) : (
              <ResolveForm action={resolveReport} report={report.id} />
            )}
          </ProblemReportCard>
        </li>
      ))}
    </ul>
  );
}
