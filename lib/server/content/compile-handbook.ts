import { relative } from 'node:path';
import { compileFile } from '#lib/lesson/compile-file.ts';
import { pageFrontMatter, readFrontMatter } from '#lib/lesson/front-matter.ts';
import { createHighlight } from '#lib/lesson/highlight.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { type HandbookPage, type HandbookSource, section } from './handbook-page.ts';

export interface CompiledHandbook {
  readonly pages: readonly HandbookPage[];
  readonly findings: readonly Finding[];
}

/** Every page in reading order, with all findings; a test asserts that our own handbook has none. */
export async function compileHandbook(sources: readonly HandbookSource[]): Promise<CompiledHandbook> {
  const highlight = await createHighlight();
  const compiled = sources.map(({ name, file, text, faults }) => {
    const parsed = parseFile(file, text);
    const head = readFrontMatter(file, parsed.frontMatter, pageFrontMatter);
    const { body, findings } = compileFile(file, parsed.tree, highlight, null);
    const path = relative('.', name)
      .replaceAll('\\', '/')
      .replace(/(^|\/)index\.mdx$|\.mdx$/, '');
    const { title = path, summary = '', order = 0, status = null, date = null } = head.value ?? {};
    return {
      page: { path, title, summary, order, status, date, body },
      findings: [...faults, ...parsed.findings, ...head.findings, ...findings],
    };
  });
  return {
    pages: compiled
      .map(({ page }) => page)
      .toSorted(
        (a, b) => section(a).localeCompare(section(b)) || a.order - b.order || a.path.localeCompare(b.path),
      ),
    findings: compiled.flatMap(({ findings }) => findings),
  };
}
