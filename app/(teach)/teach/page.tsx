import type { Metadata } from 'next';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { CreateClassroomForm } from '#components/classroom/create-classroom-form.tsx';
import { Section } from '#components/progress/section.tsx';
import { CardLink } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { mayCreateClassroom } from '#lib/access/may-create-classroom.ts';
import { mayReadReports } from '#lib/access/may-read-reports.ts';
import { isStaff } from '#lib/access/role.ts';
import { classroomList } from '#lib/server/classroom/classroom-list.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { createClass } from './actions.ts';

export const metadata: Metadata = { title: 'Classes' };
export default async function TeachPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/teach" />;
  if (!isStaff(user.role)) return <MissingPage />;
  const classrooms = await classroomList(await world(), user);
  return (
    <>
      <PageHeader
        title="Classes"
        lead={user.role === 'admin' ? 'Every class of this school.' : 'The classes you teach.'}
      />
      {classrooms.length > 0 ? (
        <ul className="grid list-none gap-4 p-0 sm:grid-cols-2 lg:grid-cols-3">
          {classrooms.map(({ id, name, joinCode, students, teachers }) => (
            <li key={id}>
              <CardLink
                href={`/teach/${encodeURIComponent(id)}`}
                title={<bdi>{name}</bdi>}
                heading="h2"
                foot={
                  <>
                    <span>{students === 1 ? '1 student' : `${students} students`}</span>
                    {teachers === 1 ? null : <span>{teachers} teachers</span>}
                    <span>
                      Code <span className="font-code">{joinCode}</span>
                    </span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="No class yet">
          Each class has a code that students enter once. From then on you see who is stuck, on what, and how
          certain that is.
        </EmptyState>
      )}
      {mayReadReports(user) ? (
        <Section title="Questions">
          <p className="max-w-measure">
            <Link href="/teach/reports">Reported questions</Link>: problems that students reported, with the
            question as they saw it.
          </p>
        </Section>
      ) : null}
      {mayCreateClassroom(user) ? (
        <Section title="Create a class">
          <CreateClassroomForm action={createClass} />
        </Section>
      ) : null}
    </>
  );
}
