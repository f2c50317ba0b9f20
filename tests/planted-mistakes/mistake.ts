import { goodCourse } from './good-course.ts';

/** One mistake of an author. `▸` in the new text shows where the finding must point; else `at` does. */
export interface Mistake {
  readonly name: string;
  readonly file: string;
  /** What of the good text is replaced; empty puts the new text at the end of the file. */
  readonly was: string;
  readonly is: string;
  readonly rule: string;
  /** The file that the finding names, when it is another one. */
  readonly in?: string;
  /** What stands where the finding must point; without it, the beginning of the file. */
  readonly at?: string;
  /** Further findings that this mistake cannot do without. */
  readonly also?: readonly string[];
}

/** Mistakes in one file of the good lesson. */
export const within =
  (file: string) =>
  (
    name: string,
    was: string,
    is: string,
    rule: string,
    more: Pick<Mistake, 'also' | 'at' | 'in'> = {},
  ): Mistake => ({
    name,
    file: `good/${file}.mdx`,
    was,
    is,
    rule,
    ...more,
  });

export interface Planted {
  readonly files: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
}

/** The good course with one mistake in it, and the place of the mistake. */
export function plant({ file, was, is, at, in: named = file }: Mistake): Planted {
  const good = goodCourse[file] ?? '';
  if (!good.includes(was)) throw new Error(`${file} has no «${was}»`);
  const marked = was === '' ? `${good}\n${is}\n` : good.replace(was, () => is);
  const text = marked.replace('▸', '');
  const files = { ...goodCourse, [file]: text };
  const shown = files[named] ?? '';
  const end = marked.includes('▸') ? marked.indexOf('▸') : at ? shown.indexOf(at) : 0;
  const lines = shown.slice(0, end).split('\n');
  return {
    files: { ...goodCourse, [file]: text },
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
  };
}
