import { LessonFindings } from '#components/lesson/lesson-findings.tsx';
import { developmentFindings } from '#lib/server/content/development-findings.ts';
import { MissingPage } from './missing-page.tsx';

/** In place of a lesson or track that is not there: while it is being written, the mistakes that keep it away. */
export async function MissingContent({ track, lesson }: { track: string; lesson: string | null }) {
  const findings = await developmentFindings(track, lesson);
  return findings.length > 0 ? <LessonFindings findings={findings} /> : <MissingPage />;
}
