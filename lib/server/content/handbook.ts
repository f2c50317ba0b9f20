import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { pageFrontMatter, readFrontMatter } from '#lib/lesson/front-matter.ts';
import { createHighlight } from '#lib/lesson/highlight.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import type { Rich } from '#lib/text/rich.ts';
import { readText } from './read-content.ts';

export interface HandbookPage {
  /** Path below /help, without a leading slash; empty for the first page. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly order: number;
  readonly status: string | null;
  readonly date: string | null;
  readonly body: Rich;
}

const root = 'content/handbook';

/** Every page of the handbook in reading order, with all findings; a test asserts that there are none. */
export async function readHandbook(dir = root): Promise<{ pages: HandbookPage[]; findings: Finding[] }> {
  const highlight = await createHighlight();
  const files = (await readdir(/* turbopackIgnore: true */ dir, { recursive: true }))
    .filter((name) => name.endsWith('.mdx'))
    .toSorted();
  const read = await Promise.all(
    files.map(async (name) => {
      const file = join(root, name);
      const { text, faults } = await readText(join(/* turbopackIgnore: true */ dir, name), file);
      const parsed = parseFile(file, text);
      const head = readFrontMatter(file, parsed.frontMatter, pageFrontMatter);
      const compiled = compileFile(file, parsed.tree, highlight, null);
      const path = relative('.', name)
        .replaceAll('\\', '/')
        .replace(/(^|\/)index\.mdx$|\.mdx$/, '');
      const { title = path, summary = '', order = 0, status = null, date = null } = head.value ?? {};
      return {
        page: { path, title, summary, order, status, date, body: compiled.body },
        findings: [...faults, ...parsed.findings, ...head.findings, ...compiled.findings],
      };
    }),
  );
  return {
    pages: read
      .map(({ page }) => page)
      .toSorted(
        (a, b) => section(a).localeCompare(section(b)) || a.order - b.order || a.path.localeCompare(b.path),
      ),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** The first part of the path: student, author, teacher, operator, decisions. */
export const section = ({ path }: Pick<HandbookPage, 'path'>): string => path.split('/')[0] ?? '';

let once: Promise<HandbookPage[]> | undefined;

/** The pages of the handbook, compiled once for each process; in development they are read again each time. */
export function handbook(): Promise<HandbookPage[]> {
  if (process.env.NODE_ENV === 'development') return compiledPages();
  once ??= compiledPages();
  return once;
}

const compiledPages = async (): Promise<HandbookPage[]> => (await readHandbook()).pages;
