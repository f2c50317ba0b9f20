import type { Metadata } from 'next';
import { removeStudent, resetPassword, saveTimeAllowance } from '#app/(teach)/teach/actions.ts';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { LastAnswersTable } from '#components/classroom/last-answers-table.tsx';
import { LateAnswers } from '#components/classroom/late-answers.tsx';
import { LessonStandingTable } from '#components/classroom/lesson-standing-table.tsx';
import { RemoveStudent } from '#components/classroom/remove-student.tsx';
import { ResetPasswordForm } from '#components/classroom/reset-password-form.tsx';
import { StudentBadges } from '#components/classroom/student-badges.tsx';
import { TimeAllowanceForm } from '#components/classroom/time-allowance-form.tsx';
import { Moment } from '#components/progress/moment.tsx';
import { Section } from '#components/progress/section.tsx';
import { Link } from '#components/ui/link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { isStaff } from '#lib/access/role.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { standardRule } from '#lib/mastery/test-rule.ts';
import { type StudentReport, studentReport } from '#lib/server/classroom/student-report.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';

export const metadata: Metadata = { title: 'Student' };
export default async function StudentPage({ params }: PageProps<'/teach/[classroom]/students/[id]'>) {
  const { classroom: classroomId, id } = await params;
  const user = await userOfPage();
  if (!user)
    return (
      <SignInFirst next={`/teach/${encodeURIComponent(classroomId)}/students/${encodeURIComponent(id)}`} />
    );
  if (!isStaff(user.role)) return <MissingPage />;
  const report = await studentReport(await world(), user, classroomId, id);
  if (!report) return <MissingPage />;
  const { classroom, row, lessons, verdicts, badges, answers, late, hasPassword, timeAllowance, now } =
    report;
  const time = { now, timeZone: user.timeZone };
  const rows = lessons.map((lesson, index) => ({
    id: lesson.id,
    title: lesson.title,
    href: lessonPath(lesson),
    cell: row.cells[index],
    tests: verdicts.get(lesson.id) ?? [],
  }));
  return (
    <>
      <PageHeader
        title={<bdi>{row.name}</bdi>}
        above={
          <Link href={`/teach/${encodeURIComponent(classroom.id)}`}>
            <bdi>{classroom.name}</bdi>
          </Link>
        }
        facts={<Facts report={report} timeZone={user.timeZone} />}
      />
      {row.stuck ? (
        <Notice kind="unsure" title="May need help" className="mb-10">
          {row.stuck.reason}
        </Notice>
      ) : null}
      <Section title="Lessons">
        <LessonStandingTable name={row.name} rows={rows} cut={standardRule.cut} {...time} />
      </Section>
      <Section title="Badges">
        {badges.length > 0 ? (
          <StudentBadges badges={badges} timeZone={user.timeZone} />
        ) : (
          <p className="text-ink-soft">None yet.</p>
        )}
      </Section>
      <Section title="Last answers">
        {answers.length > 0 ? (
          <LastAnswersTable answers={answers} {...time} />
        ) : (
          <p className="text-ink-soft">None yet.</p>
        )}
        <LateAnswers late={late} {...time} />
      </Section>
      <Section title="Extra time" id="time" lead="Applies to every timed task. Other students cannot see it.">
        <TimeAllowanceForm
          action={saveTimeAllowance}
          classroomId={classroom.id}
          studentId={row.id}
          allowance={timeAllowance}
        />
      </Section>
      <Section
        title="Account"
        id="account"
        lead={
          <>
            Signs in as <bdi>{row.userName}</bdi>.
          </>
        }
      >
        <div className="grid justify-items-start gap-8">
          {hasPassword ? (
            <ResetPasswordForm action={resetPassword} classroomId={classroom.id} studentId={row.id} />
          ) : (
            <p className="text-ink-soft">
              Signs in through the school’s sign-in service; there is no password to change here.
            </p>
          )}
          <RemoveStudent action={removeStudent} classroom={classroom} student={row} />
        </div>
      </Section>
    </>
  );
}

function Facts({ report: { row, streak, now }, timeZone }: { report: StudentReport; timeZone: string }) {
  return (
    <>
      <span>{row.points.toLocaleString('en')} points</span>
      <span>{streakWords(streak)}</span>
      <span>
        Last activity: {row.lastAt ? <Moment at={row.lastAt} now={now} timeZone={timeZone} /> : 'none'}
      </span>
    </>
  );
}

function streakWords({ days, best }: { days: number; best: number }): string {
  const longest = `longest ${best === 1 ? '1 day' : `${best} days`}`;
  if (best === 0) return 'No streak yet';
  return days === 0
    ? `No streak now, ${longest}`
    : `Streak of ${days === 1 ? '1 day' : `${days} days`}, ${longest}`;
}
