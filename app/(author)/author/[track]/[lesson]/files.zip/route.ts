import { download } from '#app/(author)/author/download.ts';
import { exportLesson } from '#lib/server/authoring/export-lesson.ts';

/** The published files of a lesson as an archive. */
export const GET = (_request: Request, { params }: RouteContext<'/author/[track]/[lesson]/files.zip'>) =>
  download(params, exportLesson, 'application/zip');
