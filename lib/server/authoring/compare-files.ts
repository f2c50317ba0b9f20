import { structuredPatch } from 'diff';
import type { DiffHunk, DiffLine, FileDiff } from '#lib/lesson/authoring.ts';
import { changedNames, isPictureName, type LessonFiles } from '#lib/lesson/lesson-files.ts';

const kinds: Readonly<Record<string, DiffLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'same' };
/** Two long texts with nothing in common would be compared for minutes. */
const mostEdits = 20_000;

/** The lines that differ between two states of a lesson, file by file. */
export function compareFiles(before: LessonFiles, after: LessonFiles): FileDiff[] {
  return changedNames(before, after).map((name) => ({
    name,
    kind: before[name] === undefined ? 'added' : after[name] === undefined ? 'removed' : 'changed',
    hunks: isPictureName(name) ? [] : hunksOf(before[name] ?? '', after[name] ?? ''),
  }));
}

function hunksOf(before: string, after: string): DiffHunk[] {
  const options = { context: 3, maxEditLength: mostEdits };
  const patch = structuredPatch('', '', before, after, undefined, undefined, options);
  const hunks = patch?.hunks ?? [wholeHunk(before, after)];
  return hunks.map(({ oldStart, newStart, lines }) => ({
    oldStart,
    newStart,
    lines: lines.flatMap((line): DiffLine[] => {
      const kind = kinds[line.charAt(0)];
      return kind ? [{ kind, text: line.slice(1) }] : [];
    }),
  }));
}

function wholeHunk(before: string, after: string) {
  const lines = [
    ...before.split('\n').map((line) => `-${line}`),
    ...after.split('\n').map((line) => `+${line}`),
  ];
  return { oldStart: 1, newStart: 1, lines };
}
