import { frontMatterLines } from '#lib/lesson/front-matter-text.ts';
import type { PagePlace } from '#lib/lesson/markdown/page-links.ts';
import { tidied } from '#lib/lesson/markdown/tidy.ts';
import { components } from './components.ts';
import { modules } from './modules.ts';
import { picturePaths } from './picture-paths.ts';
import { type Change, harmless, rewritten } from './read-others.ts';
import { withRepairs } from './repairs.ts';

/** Where a text stands, and the paths of the pictures that lie there. */
interface Surroundings {
  readonly place: PagePlace;
  readonly pictures: readonly string[];
}

/**
 * A text of another tool as authors write one here, and what was done, by line of the text before. Nothing is lost without
 * being named, and a second time nothing changes.
 */
export function broughtText(
  source: string,
  { place, pictures }: Surroundings,
): { readonly text: string; readonly changes: readonly Change[] } {
  const { head, body } = frontMatterLines(source);
  const skipped = head.split('\n').length - 1;
  const brought = rewritten(body, [...harmless, modules, components, picturePaths(pictures)]);
  const repaired = withRepairs(brought.text);
  const tidy = tidied(repaired.text, place);
  const lineBefore = (line: number) => brought.sourcePlace({ line, column: 1 }).line;
  const later = [...repaired.changes, ...tidy.changes];
  const changes = [
    ...brought.changes,
    ...later.map(({ line, words }) => ({ line: lineBefore(line), words })),
  ].map(({ line, words }) => ({ line: line + skipped, words }));
  return {
    text: changes.length === 0 ? source : head + tidy.text,
    changes: changes.toSorted((a, b) => a.line - b.line),
  };
}
