import { ActivityPage, activityMetadata } from '#app/(learn)/tracks/[track]/[lesson]/activity-page.tsx';
import { MissingPage } from '#app/missing-page.tsx';

type Props = PageProps<'/tracks/[track]/[lesson]/[activity]'>;

export async function generateMetadata({ params }: Props) {
  return activityMetadata(await params);
}

export default async function LessonActivityPage({ params }: Props) {
  const { track, lesson, activity } = await params;
  if (activity === 'introduction') return <MissingPage />;
  return <ActivityPage track={track} lesson={lesson} activity={activity} />;
}
