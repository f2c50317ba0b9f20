import { ActivityPage, activityMetadata } from '#app/(learn)/tracks/[track]/[lesson]/activity-page.tsx';

type Props = PageProps<'/plain/[track]/[lesson]/[activity]'>;

export const instant = false;

export async function generateMetadata({ params }: Props) {
  const { track, lesson, activity } = await params;
  const metadata = await activityMetadata({ track, lesson, activity });
  return { ...metadata, robots: { index: false } };
}

/** An activity for browsers without JavaScript: the same page, sent whole. */
export default async function PlainActivityPage({ params }: Props) {
  return <ActivityPage {...(await params)} plain />;
}
