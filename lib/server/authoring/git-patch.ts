import { createTwoFilesPatch } from 'diff';
import { changedNames, isPictureName, type LessonFiles } from '#lib/lesson/lesson-files.ts';

/** The difference of two states of a folder as `git apply` reads it. Pictures are not a part of it. */
export function gitPatch(folder: string, before: LessonFiles, after: LessonFiles): string {
  return changedNames(before, after)
    .filter((name) => !isPictureName(name))
    .map((name) => filePatch(`${folder}/${name}`, before[name], after[name]))
    .join('');
}

function filePatch(path: string, before: string | undefined, after: string | undefined): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const to = after === undefined ? '/dev/null' : `b/${path}`;
  const mode =
    before === undefined ? 'new file mode 100644\n' : after === undefined ? 'deleted file mode 100644\n' : '';
  const body = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 });
  return `diff --git a/${path} b/${path}\n${mode}${body.replace(/^=+\n/, '')}`;
}
