import { changedNames, type LessonFiles } from './lesson-files.ts';

/**
 * A draft with what was published since it began: files that the author has not changed are those published, the others
 * stay the author's. `both` names the files that both have changed, in different ways.
 */
export function mergeFiles(
  base: LessonFiles,
  mine: LessonFiles,
  published: LessonFiles,
): { readonly files: LessonFiles; readonly both: readonly string[] } {
  const own = changedNames(base, mine);
  const kept = Object.entries(mine).filter(([name]) => own.includes(name));
  const taken = Object.entries(published).filter(([name]) => !own.includes(name));
  const theirs = changedNames(base, published);
  return {
    files: Object.fromEntries([...taken, ...kept]),
    both: own.filter((name) => theirs.includes(name) && mine[name] !== published[name]),
  };
}
