import { z } from 'zod';
import { activityFrontMatter, type FrontMatter, readFrontMatter } from './front-matter.ts';
import { nearest } from './nearest.ts';
import { readYaml } from './yaml-source.ts';

/**
 * The front matter of an activity. Fields of other tools are not read, which is a warning; one that is nearly a field of
 * ours is a mistake.
 */
export function readActivityHead(
  file: string,
  yaml: string | null,
): FrontMatter<z.infer<typeof activityFrontMatter>> {
  const { value } = readYaml(yaml ?? '');
  const known = Object.keys(activityFrontMatter.shape);
  const foreign = fieldNames(value).filter(
    (name) => !known.includes(name) && nearest(name, known) === undefined,
  );
  const [first] = foreign;
  if (first === undefined) return readFrontMatter(file, yaml, activityFrontMatter);
  const unread = Object.fromEntries(foreign.map((name) => [name, z.unknown()]));
  const read = readFrontMatter(file, yaml, activityFrontMatter.extend(unread));
  const own = activityFrontMatter.strip().safeParse(read.value ?? {});
  return {
    value: read.value === undefined ? undefined : own.data,
    findings: [
      ...read.findings,
      {
        file,
        ...read.position([first]),
        severity: 'warning',
        rule: 'front-matter-other',
        message: `${named(foreign)} in the front matter ${foreign.length > 1 ? 'mean' : 'means'} nothing here and ${foreign.length > 1 ? 'are' : 'is'} not read: an activity has its title from its kind, and a lesson from lesson.mdx. Remove ${foreign.length > 1 ? 'them' : 'it'}.`,
      },
    ],
    position: read.position,
  };
}

const mostNamed = 8;

const named = (names: readonly string[]): string =>
  names
    .slice(0, mostNamed)
    .map((name) => `«${name.slice(0, 40)}»`)
    .join(', ') + (names.length > mostNamed ? ' …' : '');

const fieldNames = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
