import { MissingPage } from '#app/missing-page.tsx';
import { lessonParts } from '#components/lesson/lesson-parts.tsx';
import { SectionedFlow } from '#components/lesson/sectioned-flow.tsx';
import { sectionedText } from '#components/lesson/static-sections.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { handbook } from '#lib/server/content/handbook.ts';
import { section } from '#lib/server/content/handbook-page.ts';
import { Contents } from './contents.tsx';

type Props = PageProps<'/help/[[...path]]'>;

const find = async ({ params }: Props) => {
  const { path = [] } = await params;
  return (await handbook()).find((page) => page.path === path.join('/'));
};

export async function generateMetadata(props: Props) {
  const page = await find(props);
  return { title: page ? `${page.title} · Handbook` : 'Not found', description: page?.summary };
}

/** A page of the handbook, compiled by the same compiler as lessons. */
export default async function HelpPage(props: Props) {
  const page = await find(props);
  if (!page) return <MissingPage />;
  const all = await handbook();
  return (
    <div className="grid gap-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <Contents pages={all} current={page.path} />
      <article>
        <PageHeader
          title={page.title}
          lead={page.summary}
          facts={page.status ? `${page.status}${page.date ? `, ${page.date}` : ''}` : undefined}
          above={section(page) === 'decisions' && page.path !== 'decisions' ? 'Decision record' : undefined}
        />
        <SectionedFlow text={await sectionedText(page, page)} parts={lessonParts} />
      </article>
    </div>
  );
}
