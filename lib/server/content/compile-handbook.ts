import { relative } from 'node:path';
import { pageFrontMatter, readFrontMatter } from '#lib/lesson/front-matter.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { guardedPage } from './compiler/guarded.ts';
import { processCompiler } from './compiler/process-compiler.ts';
import { type HandbookPage, type HandbookSource, section } from './handbook-page.ts';

export interface CompiledHandbook {
  readonly pages: readonly HandbookPage[];
  readonly findings: readonly Finding[];
}

/** Every page in reading order, with all findings; a test asserts that our own handbook has none. */
export async function compileHandbook(sources: readonly HandbookSource[]): Promise<CompiledHandbook> {
  const compiled = await Promise.all(sources.map(compiledSource));
  return {
    pages: compiled
      .map(({ page }) => page)
      .toSorted(
        (a, b) => section(a).localeCompare(section(b)) || a.order - b.order || a.path.localeCompare(b.path),
      ),
    findings: compiled.flatMap(({ findings }) => findings),
  };
}

async function compiledSource({ name, file, text, faults }: HandbookSource) {
  const { frontMatter, body, findings } = await guardedPage(file, text, processCompiler());
  const head = readFrontMatter(file, frontMatter, pageFrontMatter);
  const path = relative('.', name)
    .replaceAll('\\', '/')
    .replace(/(^|\/)index\.mdx$|\.mdx$/, '');
  const { title = path, summary = '', order = 0, status = null, date = null } = head.value ?? {};
  return {
    page: { path, title, summary, order, status, date, body },
    findings: [...faults, ...head.findings, ...findings],
  };
}
