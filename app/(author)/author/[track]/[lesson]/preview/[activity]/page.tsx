import type { Metadata } from 'next';
import { lessonText } from '#app/(learn)/tracks/[track]/[lesson]/lesson-text.tsx';
import { MissingPage } from '#app/missing-page.tsx';
import { SignInFirst } from '#components/account/sign-in-first.tsx';
import { ItemAnswer } from '#components/item/form/item-answer.tsx';
import { Flow } from '#components/lesson/flow.tsx';
import { LessonFindings } from '#components/lesson/lesson-findings.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { type PartProps, textProp } from '#components/lesson/rich.tsx';
import { Link } from '#components/ui/link.tsx';
import { activityKind } from '#lib/lesson/activities.ts';
import { previewDraft } from '#lib/server/authoring/preview-draft.ts';
import { userOfPage } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { sheetAddress } from '#lib/sitting/sheet-item.ts';

export const metadata: Metadata = { title: 'Preview', robots: { index: false } };

/** An activity of the author's draft as a student sees it; with `?key=`, that question with its key and explanation. */
export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<'/author/[track]/[lesson]/preview/[activity]'>) {
  const { track, lesson, activity } = await params;
  const asked = (await searchParams).key;
  const key = typeof asked === 'string' ? asked : undefined;
  const user = await userOfPage();
  if (!user) return <SignInFirst next={`/author/${track}/${lesson}/preview/${activity}`} />;
  const preview = await previewDraft(await world(), user, { track, lesson, activity, key });
  if (!preview.ok) return <MissingPage />;
  if (preview.value.kind === 'faulty') return <LessonFindings findings={preview.value.findings} />;
  const { page, items } = preview.value;
  const text = lessonText(page);
  const address = sheetAddress(page.lesson.id, activity);
  const question = (id: string) => {
    const at = items.findIndex((item) => item.id === id);
    const item = items[at];
    if (!item) return null;
    const isOpen = id === key;
    return (
      <>
        <ItemAnswer item={item} address={address} counter={{ at: at + 1, of: items.length }} />
        <p className="mt-3 text-sm">
          <Link href={isOpen ? `?#${id}` : `?key=${encodeURIComponent(id)}#${id}`}>
            {isOpen ? 'Without the key' : 'Key and explanation'}
          </Link>
        </p>
      </>
    );
  };
  const renderItem = ({ props }: PartProps) => question(textProp(props, 'id'));
  return (
    <article data-preview>
      {text.head}
      <p className="mb-6 text-sm text-ink-soft">Your draft. Questions cannot be answered here.</p>
      {text.below}
      <div className={activityKind(activity)?.isReading ? 'reading' : undefined}>
        <Flow nodes={page.body} parts={{ ...lessonParts, Item: renderItem }} />
        {page.body.length === 0 ? (
          <ol className="grid list-none gap-7 p-0">
            {items.map(({ id }) => (
              <li key={id}>{question(id)}</li>
            ))}
          </ol>
        ) : null}
      </div>
      {text.foot}
    </article>
  );
}
