import { PathStones } from '#components/progress/path-stones.tsx';
import { Section } from '#components/progress/section.tsx';
import { Link } from '#components/ui/link.tsx';
import { trackPages } from '#lib/server/content/lesson-page.ts';
import { myLesson } from '#lib/server/sitting/my-activity.ts';

export interface TodaysPathProps {
  /** The slug of the track. */
  track: string;
  /** The lesson that the next step leads to. */
  currentId: string | null;
}

/** The lessons of a track with the learner's level in each. */
export async function TodaysPath({ track, currentId }: TodaysPathProps) {
  const page = (await trackPages()).find(({ slug }) => slug === track);
  if (!page) return null;
  const lessons = await Promise.all(
    page.lessons.map(async ({ id, title, path }) => {
      const mine = await myLesson(id);
      return { id, title, href: path, level: mine?.mastery.level ?? 'new' };
    }),
  );
  return (
    <Section title="Your path" aside={<Link href={`/tracks/${track}`}>{page.title}</Link>}>
      <PathStones lessons={lessons} currentId={currentId} />
    </Section>
  );
}
