import type { Metadata } from 'next';
import { HiddenPage } from '#components/account/hidden-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { BoardForm } from '#components/progress/board-form.tsx';
import { BoardTable } from '#components/progress/board-table.tsx';
import { Section } from '#components/progress/section.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { NavLink, Tabs } from '#components/ui/nav-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { isStaff } from '#lib/access/role.ts';
import { boardRule } from '#lib/progress/board.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { leaderboard } from '#lib/server/progress/leaderboard.ts';
import { pointsRule } from '#lib/sitting/points-rule.ts';
import { setBoardVisibility } from './actions.ts';

export const metadata: Metadata = { title: 'Leaderboard' };
export default async function LeaderboardPage({ searchParams }: PageProps<'/leaderboard'>) {
  const { class: requested } = await searchParams;
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/leaderboard" />;
  if (user.hidesBoard) return <HiddenPage title="The leaderboard is hidden" />;
  const { classrooms, board } = await leaderboard(
    await world(),
    user,
    typeof requested === 'string' ? requested : undefined,
  );
  if (!board) return <NoClass staff={isStaff(user.role)} />;
  return (
    <>
      <PageHeader
        title="Leaderboard"
        lead={`${board.name}: ${board.shown} of ${board.students} students are on it.`}
      />
      {classrooms.length > 1 ? (
        <div className="mb-6">
          <Tabs label="Classes">
            {classrooms.map(({ id, name }) => (
              <NavLink
                key={id}
                href={`/leaderboard?class=${encodeURIComponent(id)}`}
                current={id === board.id}
              >
                {name}
              </NavLink>
            ))}
          </Tabs>
        </div>
      ) : null}
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {board.lines.length > 0 ? (
            <BoardTable name={board.name} lines={board.lines} />
          ) : (
            <p className="text-ink-soft">Nobody in this class has joined the leaderboard yet.</p>
          )}
          <p className="mt-4 max-w-measure text-sm text-ink-soft">
            {boardRule} {pointsRule}
          </p>
        </div>
        {isStaff(user.role) ? null : (
          <div>
            <Section title="Your entry on the leaderboard">
              <BoardForm
                action={setBoardVisibility}
                onBoard={user.onBoard}
                boardName={user.boardName}
                displayName={user.displayName}
              />
            </Section>
          </div>
        )}
      </div>
    </>
  );
}

function NoClass({ staff }: { staff: boolean }) {
  return (
    <EmptyState
      heading="h1"
      title="Leaderboards belong to classes"
      action={
        <ButtonLink href={staff ? '/teach' : '/join'}>{staff ? 'See my classes' : 'Join a class'}</ButtonLink>
      }
    >
      {staff
        ? 'You see the leaderboards of the classes you teach here.'
        : 'Join a class with the code from your teacher. You are only listed if you choose to be.'}
    </EmptyState>
  );
}
