import { ThenNext, TheOneThing } from '#app/(learn)/today/one-thing.tsx';
import { Claim, ClaimFigures } from '#components/home/claim.tsx';
import { type MapStone, StoneMap } from '#components/progress/stone-map.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { isStaff } from '#lib/access/role.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { type LessonSummary, type TrackPage, trackPages } from '#lib/server/content/lesson-page.ts';
import { libraryFigures } from '#lib/server/content/library-figures.ts';
import { requestTime } from '#lib/server/door/request-time.ts';
import { currentLearner, currentUser } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { errorRates } from '#lib/server/mastery/error-rates.ts';
import { today } from '#lib/server/progress/today.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';
import { sampleQuestion } from '#lib/server/sitting/sample-question.ts';
import { Sample } from './sample.tsx';

/** For visitors the claim, one question and the map; for signed-in users their next step and the map. */
export default async function HomePage() {
  const user = await currentUser();
  const tracks = await trackPages();
  return (
    <>
      {user ? <NextStep user={user} /> : <FirstContact tracks={tracks} />}
      {tracks.length === 0 ? (
        <EmptyState title="There are no lessons yet">The people who run this server can add some.</EmptyState>
      ) : null}
      <div id="lessons">
        {tracks.map((track) => (
          <TrackOnMap key={track.slug} track={track} />
        ))}
      </div>
    </>
  );
}

async function FirstContact({ tracks }: { tracks: readonly TrackPage[] }) {
  const { hasGuests } = await world();
  const sample = hasGuests
    ? await sampleQuestion(await world(), await currentLearner(), await requestTime())
    : null;
  const tested = sample?.lesson ?? tracks.flatMap(({ lessons }) => lessons).find(({ test }) => test);
  const card = tested ? await errorRates(tested.id) : null;
  const [only, ...others] = tracks;
  return (
    <div
      className={`mb-14 grid items-start gap-x-14 gap-y-8 ${sample ? 'lg:grid-cols-[minmax(0,1fr)_minmax(0,32rem)] lg:grid-rows-[auto_1fr]' : ''}`}
    >
      <Claim most={(await world()).testRule.maxQuestions} />
      {sample ? (
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Sample sample={sample} />
        </div>
      ) : null}
      <ClaimFigures
        rates={tested && card ? { card, lesson: tested.title } : null}
        {...(await libraryFigures())}
        lessonsHref={only && others.length === 0 ? `/tracks/${only.slug}` : '#lessons'}
      />
    </div>
  );
}

/** The loudest thing on the page of a signed-in user; the same step as on the page for today. */
async function NextStep({ user }: { user: SessionUser }) {
  if (isStaff(user.role)) return <StaffStep user={user} />;
  const page = await today(await world(), user);
  return (
    <>
      <h1 className="sr-only">Your next step</h1>
      <div className="mb-14 grid items-start gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <TheOneThing page={page} above="Your next step" />
        <ThenNext page={page} />
      </div>
    </>
  );
}

function StaffStep({ user: { role } }: { user: SessionUser }) {
  const action =
    role === 'author' ? (
      <ButtonLink href="/teach/reports">Reports about questions</ButtonLink>
    ) : (
      <ButtonLink href="/teach">Your classes</ButtonLink>
    );
  return <PageHeader title="Lessons" lead="Every track with its lessons." actions={action} />;
}

async function TrackOnMap({ track }: { track: TrackPage }) {
  const { lessons } = track;
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <section aria-labelledby={`track-${track.slug}`} className="mb-14 border-t border-line pt-8">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-8">
        <h2 id={`track-${track.slug}`} className="text-2xl">
          <Link href={`/tracks/${track.slug}`} className="no-underline hover:text-accent">
            {track.title}
          </Link>
        </h2>
        <p className="text-sm text-ink-soft tabular-nums">
          {lessons.length === 1 ? '1 lesson' : `${lessons.length} lessons`} · {hours(minutes)} · start
          anywhere
        </p>
      </div>
      <p className="mb-8 max-w-measure text-ink-soft">{track.summary}</p>
      <StoneMap lessons={await Promise.all(lessons.map(stoneOf))} />
    </section>
  );
}

async function stoneOf({ id, slug, title, path, minutes, prerequisites }: LessonSummary): Promise<MapStone> {
  const mine = await myLesson(id);
  const before = prerequisites.map(({ href }) => href.split('/').at(-1) ?? '');
  return { slug, title, path, minutes, prerequisites: before, level: mine?.mastery.level ?? null };
}

function hours(minutes: number): string {
  return minutes < 90 ? `${minutes} min in all` : `${Math.round(minutes / 60)} h in all`;
}
