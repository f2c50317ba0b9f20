/** The names of scenarios that the bars speak of. */
export const scenarioNames = {
  lessonPages: ['introduction', 'deep', 'try'],
  answer: 'answer',
  answerOnPostgres: 'answer, PostgreSQL',
} as const;

export const twinDynamic = '/dynamic';

/** How a page of the twin is named among ours. */
export const twinPath = (path: string): string => `twin ${path}`;
