import type { Metadata } from 'next';
import { addStudentToClass } from '#app/(teach)/teach/actions.ts';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { AddStudentForm } from '#components/classroom/add-student-form.tsx';
import { ClassMatrix } from '#components/classroom/class-matrix.tsx';
import { JoinCode } from '#components/classroom/join-code.tsx';
import { SortLinks } from '#components/classroom/sort-links.tsx';
import { StuckList } from '#components/classroom/stuck-list.tsx';
import { StudentTable } from '#components/classroom/student-table.tsx';
import { Section } from '#components/progress/section.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { isStaff } from '#lib/access/role.ts';
import { sortedRows, sortOrders } from '#lib/classroom/class-report.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { classReport } from '#lib/server/classroom/class-report.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';

export const metadata: Metadata = { title: 'Class' };
export default async function ClassroomPage({ params, searchParams }: PageProps<'/teach/[classroom]'>) {
  const { classroom } = await params;
  const path = `/teach/${encodeURIComponent(classroom)}`;
  const { sort } = await searchParams;
  const by = sortOrders.find((order) => order === sort) ?? 'need';
  const user = await userOfPage();
  if (!user) return <SignInFirst next={path} />;
  if (!isStaff(user.role)) return <MissingPage />;
  const report = await classReport(await world(), user, classroom, by);
  if (!report) return <MissingPage />;
  const { name, joinCode, lessons, students, now } = report;
  const hrefOf = (id: string) => `${path}/students/${encodeURIComponent(id)}`;
  const studentsNeedingHelp = sortedRows(students, 'need').filter(({ stuck }) => stuck);
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        above={<Link href="/teach">Classes</Link>}
        facts={
          <>
            <span>{students.length === 1 ? '1 student' : `${students.length} students`}</span>
            <span>
              Class code <span className="font-code">{joinCode}</span>
            </span>
          </>
        }
        actions={
          <a href={`${path}/gradebook.csv`} download>
            Gradebook (CSV)
          </a>
        }
      />
      {students.length === 0 ? (
        <EmptyState title="No students in this class yet">
          Share the class code below, or add students yourself.
        </EmptyState>
      ) : (
        <>
          <Section title="Who needs help">
            <StuckList students={studentsNeedingHelp} hrefOf={hrefOf} />
          </Section>
          <Section title="Lessons" aside={<SortLinks path={path} by={by} />}>
            <ClassMatrix
              name={name}
              students={students}
              hrefOf={hrefOf}
              lessons={lessons.map((lesson) => ({
                id: lesson.id,
                title: lesson.title,
                href: lessonPath(lesson),
              }))}
            />
          </Section>
          <Section title="Students" aside={<SortLinks path={path} by={by} />}>
            <StudentTable students={students} hrefOf={hrefOf} now={now} timeZone={user.timeZone} />
          </Section>
        </>
      )}
      <div className="mt-12 grid gap-12 md:grid-cols-2">
        <div>
          <Section title="Class code">
            <JoinCode code={joinCode} />
          </Section>
        </div>
        <div className="no-print">
          <Section
            title="Add a student"
            lead="For students without e-mail: you give them a user name and a temporary password."
          >
            <AddStudentForm action={addStudentToClass} classroomId={report.id} />
          </Section>
        </div>
      </div>
    </>
  );
}
