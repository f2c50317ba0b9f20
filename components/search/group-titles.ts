import type { SearchGroup } from '#lib/lesson/search-results.ts';

export const groupTitles: Readonly<Record<SearchGroup, string>> = {
  lessons: 'Lessons and activities',
  passages: 'Passages',
  handbook: 'Handbook',
  decisions: 'Decision records',
};
