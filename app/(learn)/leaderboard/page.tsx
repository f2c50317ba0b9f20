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
import { type BoardSpan, boardSpans, leaderboard } from '#lib/server/progress/leaderboard.ts';
import { pointsRule } from '#lib/sitting/points-rule.ts';
import { setBoardVisibility } from './actions.ts';

export const metadata: Metadata = { title: 'Leaderboard' };
export default async function LeaderboardPage({ searchParams }: PageProps<'/leaderboard'>) {
  const { class: requested, span: wanted } = await searchParams;
  const span = boardSpans.find((one) => one === wanted) ?? 'week';
  const user = await userOfPage();
  if (!user) return <SignInFirst next="/leaderboard" />;
  if (user.hidesBoard) return <HiddenPage title="The leaderboard is hidden" />;
  const { classrooms, board } = await leaderboard(await world(), user, {
    class: typeof requested === 'string' ? requested : undefined,
    span,
  });
  if (!board) return <NoClass staff={isStaff(user.role)} />;
  return (
    <>
      <PageHeader
        title="Leaderboard"
        lead={
          <>
            <bdi>{board.name}</bdi>: {board.shown} of {board.students} students are on it.
          </>
        }
      />
      {classrooms.length > 1 ? (
        <div className="mb-6">
          <Tabs label="Classes">
            {classrooms.map(({ id, name }) => (
              <NavLink key={id} href={boardPath(id, span)} current={id === board.id}>
                <bdi>{name}</bdi>
              </NavLink>
            ))}
          </Tabs>
        </div>
      ) : null}
      <div className="mb-6">
        <Tabs label="Points of">
          {boardSpans.map((one) => (
            <NavLink key={one} href={boardPath(board.id, one)} current={one === span}>
              {spanWords[one].tab}
            </NavLink>
          ))}
        </Tabs>
      </div>
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {board.lines.length > 0 ? (
            <BoardTable name={board.name} counted={spanWords[span].counted} lines={board.lines} />
          ) : (
            <p className="text-ink-soft">
              {board.shown > 0
                ? spanWords[span].empty
                : 'Nobody in this class has joined the leaderboard yet.'}
            </p>
          )}
          {board.idle > 0 && board.lines.length > 0 ? (
            <p className="mt-3 text-ink-soft">{idleWords(board.idle, span)}</p>
          ) : null}
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

const spanWords = {
  week: { tab: 'This week', counted: 'Points this week', empty: 'Nobody has points this week yet.' },
  all: { tab: 'All time', counted: 'Points', empty: 'Nobody has points yet.' },
} as const satisfies Record<BoardSpan, object>;

const boardPath = (classroom: string, span: BoardSpan): string =>
  `/leaderboard?class=${encodeURIComponent(classroom)}${span === 'week' ? '' : `&span=${span}`}`;

function idleWords(idle: number, span: BoardSpan): string {
  const who = idle === 1 ? '1 student on the board has' : `${idle} students on the board have`;
  return `${who} no points ${span === 'week' ? 'yet this week' : 'yet'}.`;
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
