import type { Metadata } from 'next';
import { MissingPage } from '#app/missing-page.tsx';
import { ItemAnswer } from '#components/item/form/item-answer.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { activityKind } from '#lib/lesson/activities.ts';
import { lessonPath } from '#lib/lesson/library.ts';
import { questionSheet } from '#lib/server/content/question-sheet.ts';
import { currentUser } from '#lib/server/door/session.ts';
import { world } from '#lib/server/host/process-world.ts';
import { sheetAddress } from '#lib/sitting/sheet-item.ts';

export const metadata: Metadata = { title: 'Question sheet', robots: { index: false } };

/** The questions of an activity to print, for authors and teachers; with `?answers=1`, with their answers. */
export default async function SheetPage({
  params,
  searchParams,
}: PageProps<'/tracks/[track]/[lesson]/[activity]/sheet'>) {
  const { track, lesson, activity } = await params;
  const withAnswers = (await searchParams).answers === '1';
  const sheet = await questionSheet(
    await world(),
    await currentUser(),
    { track, lesson, activity },
    withAnswers,
  );
  if (!sheet) return <MissingPage />;
  const path = lessonPath({ track, slug: lesson }, activity);
  const { items } = sheet;
  return (
    <article className="answer-sheet">
      <PageHeader
        title={`${sheet.title}: ${activityKind(activity)?.title ?? activity}`}
        above={
          <Link href={path} className="no-print">
            Back to the activity
          </Link>
        }
        lead={withAnswers ? 'Questions with answers, for teachers and authors.' : 'Questions'}
      />
      <p className="no-print mb-8 text-sm text-ink-soft">
        Print this page with your browser.{' '}
        {withAnswers ? <Link href="?">Without answers</Link> : <Link href="?answers=1">With answers</Link>}
      </p>
      <ol className="grid list-none gap-7 p-0">
        {items.map((item, index) => (
          <li key={item.id}>
            <ItemAnswer
              item={item}
              address={sheetAddress(sheet.lessonId, activity)}
              counter={{ at: index + 1, of: items.length }}
            />
          </li>
        ))}
      </ol>
    </article>
  );
}
