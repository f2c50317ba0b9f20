import type { Metadata } from 'next';
import { discardDraft, propose, publish, rebase, saveDraft } from '#app/(author)/author/actions.ts';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { DraftForm } from '#components/authoring/draft-form.tsx';
import { FindingList } from '#components/authoring/finding-list.tsx';
import { LessonForm } from '#components/authoring/lesson-form.tsx';
import { ReasonForm } from '#components/authoring/reason-form.tsx';
import { Section } from '#components/progress/section.tsx';
import { Link } from '#components/ui/link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { activityKinds, isFileOf, testKind } from '#lib/lesson/activities.ts';
import { authoringRefusals, type DraftView } from '#lib/lesson/authoring.ts';
import { LessonName, type LessonRef, TrackName } from '#lib/lesson/lesson-files.ts';
import { checkDraft } from '#lib/server/authoring/check-draft.ts';
import { openDraft } from '#lib/server/authoring/open-draft.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';

interface PageProps {
  params: Promise<{ track: string; lesson: string }>;
  searchParams: Promise<{ file?: string | string[] }>;
}

export const metadata: Metadata = { title: 'Write a lesson' };

/** The author's draft of a lesson, file by file, with what its check found, how students see it, and publishing it. */
export default async function LessonRoomPage({ params, searchParams }: PageProps) {
  const ref = await params;
  const user = await userOfPage();
  if (!user) return <SignInFirst next={`/author/${ref.track}/${ref.lesson}`} />;
  if (!TrackName.safeParse(ref.track).success || !LessonName.safeParse(ref.lesson).success)
    return <MissingPage />;
  const world = await requestWorld();
  const opened = await openDraft(world, user, ref);
  if (!opened.ok) return <MissingPage />;
  const draft = opened.value;
  const names = Object.keys(draft.files).filter((name) => name.endsWith('.mdx'));
  const { file } = await searchParams;
  const name = names.find((one) => one === file) ?? names[0];
  if (name === undefined) return <MissingPage />;
  const checked = draft.saves > 0 ? await checkDraft(world, user, { ...ref, runs: false }) : null;
  return (
    <>
      <PageHeader
        title={`${ref.track}: ${ref.lesson}`}
        above={<Link href="/author">Lessons to write</Link>}
      />
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link href={`/author/${ref.track}/${ref.lesson}/history`}>History</Link>
        <a href={`/author/${ref.track}/${ref.lesson}/files.zip`} download>
          Download the published files
        </a>
        {draft.saves > 0 ? (
          <a href={`/author/${ref.track}/${ref.lesson}/draft.patch`} download>
            Download the draft as a patch
          </a>
        ) : null}
      </p>
      {draft.others.length > 0 ? (
        <Notice title="Also here" className="mb-6">
          {draft.others.join(', ')}
        </Notice>
      ) : null}
      <Newer draft={draft} name={name} />
      <nav aria-label="Files of the lesson" className="mb-5 flex flex-wrap gap-x-5 gap-y-2">
        {names.map((one) => (
          <Link
            key={one}
            href={`/author/${ref.track}/${ref.lesson}?file=${encodeURIComponent(one)}`}
            {...(one === name ? { 'aria-current': 'page', className: 'font-semibold no-underline' } : {})}
          >
            {one}
          </Link>
        ))}
      </nav>
      <DraftForm
        key={`${name} ${draft.baseNumber}`}
        {...ref}
        action={saveDraft}
        name={name}
        text={draft.files[name] ?? ''}
        saves={draft.saves}
        base={draft.baseNumber}
      />
      {checked ? (
        <Section title="Findings">
          {checked.ok ? (
            <FindingList findings={checked.value.findings} />
          ) : (
            <p>{authoringRefusals[checked.reason]}</p>
          )}
        </Section>
      ) : null}
      <Preview {...ref} name={name} saves={draft.saves} />
      <Finish draft={draft} />
    </>
  );
}

/** The page of a file's activity in a frame of its own; the page of a track has none. */
function Preview({ track, lesson, name, saves }: LessonRef & { name: string; saves: number }) {
  const kind = [...activityKinds, testKind].find((one) => isFileOf(one, name));
  return kind ? (
    <Section title="As students see it" lead="The saved draft. Questions cannot be answered here.">
      <iframe
        key={saves}
        src={`/author/${track}/${lesson}/preview/${kind.slug}`}
        title={`Preview: ${kind.title}`}
        loading="lazy"
        className="h-[32rem] w-full resize rounded-md border border-line-strong"
      />
    </Section>
  ) : null;
}

function Newer({ draft: { track, lesson, saves, newer }, name }: { draft: DraftView; name: string }) {
  return newer ? (
    <Notice kind="unsure" title="Published since you began" className="mb-6">
      <p>
        This is the published text of {name}. Where only one of you has changed a file, that change stays;
        where both have, yours does.
      </p>
      <pre className="max-h-96 overflow-auto text-sm whitespace-pre-wrap">
        <code>{newer.files[name] ?? 'The file was removed.'}</code>
      </pre>
      <LessonForm
        action={rebase}
        label="Merge it into my draft"
        hidden={{ track, lesson, saves, number: newer.number }}
      />
    </Notice>
  ) : null;
}

function Finish({ draft: { track, lesson, saves, mode, may } }: { draft: DraftView }) {
  const ref = { track, lesson };
  const label = may === 'publish' ? 'Publish' : 'Propose';
  return (
    <>
      <Section title={label}>
        {mode === 'files' ? (
          <p className="max-w-measure">
            This school takes its lessons from files of a repository. Download the draft as a patch above, and
            apply it there.
          </p>
        ) : (
          <ReasonForm {...ref} action={may === 'publish' ? publish : propose} saves={saves} label={label} />
        )}
      </Section>
      {saves > 0 ? (
        <Section title="Discard" lead="Removes your draft. The lesson stays as it is published.">
          <LessonForm action={discardDraft} label="Discard the draft" hidden={ref} danger />
        </Section>
      ) : null}
    </>
  );
}
