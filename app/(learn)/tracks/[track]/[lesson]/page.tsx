import { ActivityPage, activityMetadata } from './activity-page.tsx';

type Props = PageProps<'/tracks/[track]/[lesson]'>;

export async function generateMetadata({ params }: Props) {
  return activityMetadata({ ...(await params), activity: 'introduction' });
}

export default async function LessonPage({ params }: Props) {
  return <ActivityPage {...(await params)} activity="introduction" />;
}
