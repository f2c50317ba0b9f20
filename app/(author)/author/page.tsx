import type { Metadata } from 'next';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { LessonForm } from '#components/authoring/lesson-form.tsx';
import { ProposalCard } from '#components/authoring/proposal-card.tsx';
import { Section } from '#components/progress/section.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Table } from '#components/ui/table.tsx';
import type { AuthoredLesson, LessonHealth } from '#lib/lesson/authoring.ts';
import { trackPage } from '#lib/lesson/lesson-files.ts';
import { listLessons } from '#lib/server/authoring/list-lessons.ts';
import { compareProposal, listProposals } from '#lib/server/authoring/list-proposals.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';
import { decide, openLesson } from './actions.ts';

export const metadata: Metadata = { title: 'Lessons to write' };

/** The lessons that the reader may write or propose to, with their state, and the proposals that wait. */
export default async function AuthorPage() {
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/author" />;
  const world = await requestWorld();
  const lessons = await listLessons(world, user);
  const proposals = await listProposals(world, user);
  if (!lessons.ok || !proposals.ok) return <MissingPage />;
  const open = proposals.value.filter(({ decision }) => decision === null);
  const compared = await Promise.all(
    open.map(async (proposal) => ({
      proposal,
      diffs: await compareProposal(world, user, { proposal: proposal.id }),
    })),
  );
  return (
    <>
      <PageHeader
        title="Lessons to write"
        lead="Open a lesson to change its text. Nobody sees a change before it is published."
      />
      {compared.length > 0 ? (
        <Section title="Open proposals">
          <ul className="grid list-none gap-6 p-0">
            {compared.map(({ proposal, diffs }) => (
              <li key={proposal.id}>
                <ProposalCard action={decide} proposal={proposal} diffs={diffs.ok ? diffs.value : []} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Lessons">
        <LessonTable lessons={lessons.value} />
      </Section>
      <Section title="New lesson">
        <LessonForm action={openLesson} label="Begin the lesson">
          <Field name="track" label="Track" hint="As in its address, such as python." required />
          <Field name="lesson" label="Lesson" hint="Lower-case words joined by hyphens." required />
        </LessonForm>
      </Section>
    </>
  );
}

function LessonTable({ lessons }: { lessons: readonly AuthoredLesson[] }) {
  return (
    <Table caption="Lessons and their state">
      <thead>
        <tr>
          <th scope="col">Lesson</th>
          <th scope="col">Track</th>
          <th scope="col">Questions</th>
          <th scope="col">To look at</th>
          <th scope="col">Yours</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ track, lesson, title, may, health, draftAt }) => (
          <tr key={`${track}/${lesson}`}>
            <th scope="row">
              <Link href={`/author/${track}/${lesson}`}>{title}</Link>
            </th>
            <td>{track}</td>
            <td>{lesson === trackPage ? 'page of the track' : `${health.items}, ${health.proven} proven`}</td>
            <td>{toLookAt(health)}</td>
            <td>{draftAt ? 'Draft' : may === 'publish' ? 'May publish' : 'May propose'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function toLookAt({ errors, warnings, openReports }: LessonHealth): string {
  const parts = [
    errors > 0 ? `Errors: ${errors}` : '',
    warnings > 0 ? `Warnings: ${warnings}` : '',
    openReports > 0 ? `Open reports: ${openReports}` : '',
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing';
}
