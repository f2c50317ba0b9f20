import type { Metadata } from 'next';
import { restore } from '#app/(author)/author/actions.ts';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { FileChanges } from '#components/authoring/file-changes.tsx';
import { LessonForm } from '#components/authoring/lesson-form.tsx';
import { Moment } from '#components/progress/moment.tsx';
import { Section } from '#components/progress/section.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { RevisionView } from '#lib/lesson/authoring.ts';
import { LessonName, type LessonRef, TrackName } from '#lib/lesson/lesson-files.ts';
import { compareRevisions } from '#lib/server/authoring/compare-revisions.ts';
import { listRevisions } from '#lib/server/authoring/list-revisions.ts';
import { openDraft } from '#lib/server/authoring/open-draft.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';

export const metadata: Metadata = { title: 'History of a lesson' };

/** Who has published a lesson, when and why; with `?number=`, what that revision changed. */
export default async function HistoryPage({
  params,
  searchParams,
}: PageProps<'/author/[track]/[lesson]/history'>) {
  const { track, lesson } = await params;
  const ref = { track, lesson };
  const user = await userOfPage();
  if (!user) return <SignInFirst next={`/author/${track}/${lesson}/history`} />;
  if (!TrackName.safeParse(track).success || !LessonName.safeParse(lesson).success) return <MissingPage />;
  const world = await requestWorld();
  const opened = await openDraft(world, user, ref);
  const revisions = await listRevisions(world, user, ref);
  if (!opened.ok || !revisions.ok) return <MissingPage />;
  const mayRestore = opened.value.may === 'publish' && opened.value.mode === 'database';
  const shown = Number((await searchParams).number);
  const compared =
    Number.isInteger(shown) && shown > 0
      ? await compareRevisions(world, user, { ...ref, from: shown - 1, to: shown })
      : null;
  const [newest, ...older] = revisions.value;
  return (
    <>
      <PageHeader
        title={`History of ${lesson}`}
        lead="Each publication with its reason. Restoring an earlier one publishes its files again; nothing is removed."
        above={<Link href={`/author/${track}/${lesson}`}>Back to the text</Link>}
      />
      {newest ? (
        <ol className="grid list-none gap-8 p-0">
          {[newest, ...older].map((revision) => (
            <li key={revision.number}>
              <Revision {...ref} {...{ revision, now: world.now(), timeZone: user.timeZone }} />
              {revision.number === shown && compared?.ok ? <FileChanges diffs={compared.value} /> : null}
              {revision !== newest && mayRestore ? <Restore {...ref} number={revision.number} /> : null}
            </li>
          ))}
        </ol>
      ) : (
        <p>Nothing was published in the browser yet. The lesson is as in the files of the server.</p>
      )}
      {newest && mayRestore ? (
        <Section title="The files of the server">
          <Restore {...ref} number={0} />
        </Section>
      ) : null}
    </>
  );
}

interface RevisionProps extends LessonRef {
  revision: RevisionView;
  now: Date;
  timeZone: string;
}

function Revision({ track, lesson, revision, now, timeZone }: RevisionProps) {
  const { number, authorName, approverName, reason, publishedAt, restores } = revision;
  return (
    <>
      <h2 className="text-lg">
        Revision {number}: <bdi>{reason}</bdi>
      </h2>
      <p className="mb-2 text-sm text-ink-soft">
        <bdi>{authorName}</bdi>, <Moment at={publishedAt} now={now} timeZone={timeZone} />
        {approverName ? (
          <>
            , accepted by <bdi>{approverName}</bdi>
          </>
        ) : null}
        {restores === null
          ? null
          : `, restores ${restores === 0 ? 'the files of the server' : `revision ${restores}`}`}
      </p>
      <p className="mb-2">
        <Link href={`/author/${track}/${lesson}/history?number=${number}`}>What it changed</Link>
      </p>
    </>
  );
}

function Restore({ track, lesson, number }: LessonRef & { number: number }) {
  const what = number === 0 ? 'the files of the server' : `revision ${number}`;
  return (
    <Disclosure summary={`Restore ${what}`}>
      <LessonForm action={restore} label={`Publish ${what} again`} hidden={{ track, lesson, number }}>
        <Field name="reason" label="Reason" required maxLength={500} autoComplete="off" />
      </LessonForm>
    </Disclosure>
  );
}
