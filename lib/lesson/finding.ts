import type { Finding } from './lesson.ts';

/** Whether the finding keeps a lesson from being shown. */
export const isError = (finding: Finding): boolean => finding.severity === 'error';
