import { goodCourse } from './good-course.ts';

/** One mistake of an author. `▸` in the new text marks the position of the finding; without it, `at` does. */
export interface Mistake {
  readonly name: string;
  readonly file: string;
  /** The part of the good text that is replaced; if empty, the new text is appended to the file. */
  readonly was: string;
  readonly is: string;
  readonly rule: string;
  /** The file of the finding, if it is another one. */
  readonly in?: string;
  /** The text at the position of the finding; the start of the file if not given. */
  readonly at?: string;
  /** Further findings that this mistake causes. */
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

/** The good course with one mistake, and the position of the expected finding. */
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
