import { download } from '#app/(author)/author/download.ts';
import { exportPatch } from '#lib/server/authoring/export-lesson.ts';

/** What a repository with the files on disk has to change to hold the author's draft. */
export const GET = (_request: Request, { params }: RouteContext<'/author/[track]/[lesson]/draft.patch'>) =>
  download(params, exportPatch, 'text/x-patch; charset=utf-8');
