import type { Rich } from '#lib/text/rich.ts';
import type { CompileTools } from './compile-activity.ts';
import { compileFile } from './compile-file.ts';
import { compileLesson } from './compile-lesson.ts';
import { isError } from './finding.ts';
import { type FrontMatter, lessonFrontMatter, readFrontMatter, trackFrontMatter } from './front-matter.ts';
import { brokenLinks } from './internal-links.ts';
import type { Finding, Lesson, Track } from './lesson.ts';
import { oneForEachCause, withoutConsequences } from './one-cause.ts';
import { frontMatterOf, parseFile } from './parse.ts';
import type { LessonSource, TrackSource } from './source.ts';

export interface Content {
  readonly tracks: readonly Track[];
  readonly findings: readonly Finding[];
}

/** Everything an author has written, compiled and cross-checked. Lessons with errors are left out of the tracks. */
export function compileContent(sources: readonly TrackSource[], tools: CompileTools): Content {
  return assemble(
    sources.map((source) => ({
      source,
      page:
        source.page === undefined
          ? undefined
          : compilePage(pageFile(source), source.page, tools, source.slug),
      lessons: source.lessons.map((lesson) => ({ source: lesson, ...compileLesson(lesson, tools) })),
    })),
  );
}

/** A page without questions, of a track or of the handbook. */
export interface CompiledPage {
  /** Its YAML, or null. */
  readonly frontMatter: string | null;
  readonly body: Rich;
  /** What is wrong with its text; its front matter is not read yet. */
  readonly findings: readonly Finding[];
}

/** Compiles a page. `track` is the folder that it stands in, for links to the files of lessons; the handbook has none. */
export function compilePage(file: string, text: string, tools: CompileTools, track?: string): CompiledPage {
  const parsed = parseFile(file, text);
  const place = track === undefined ? {} : { place: { track, lesson: undefined } };
  const { body, findings } = compileFile(file, parsed.tree, { highlight: tools.highlight, ...place }, null);
  return {
    frontMatter: parsed.frontMatter,
    body,
    findings: oneForEachCause(withoutConsequences(parsed.findings, findings)),
  };
}

/** The name of a track's own page in findings. */
export const pageFile = ({ folder }: TrackSource): string => `${folder}/track.mdx`;

export interface CompiledLesson {
  readonly source: LessonSource;
  readonly lesson: Lesson | undefined;
  readonly findings: readonly Finding[];
}

interface CompiledTrack {
  readonly source: TrackSource;
  /** The page of the track, if there is one. */
  readonly page: CompiledPage | undefined;
  readonly lessons: readonly CompiledLesson[];
}

/** Joins lessons, compiled here or taken from a cache, into tracks, and checks what concerns more than one lesson. */
export function assemble(parts: readonly CompiledTrack[]): Content {
  const tracks = parts.map(assembleTrack);
  return {
    tracks: tracks.flatMap(({ track }) => (track ? [track] : [])),
    findings: [
      ...parts.flatMap(({ lessons }) => lessons.flatMap(allFindings)),
      ...duplicateIds(parts.flatMap(({ lessons }) => lessons)),
      ...brokenLinks(parts.map(({ source }) => source)),
      ...tracks.flatMap(({ findings }) => findings),
    ],
  };
}

/** All findings of a lesson. Faults in the encoding are apart from the others, since a cache by text cannot hold them. */
function allFindings({ source, findings }: CompiledLesson): readonly Finding[] {
  return [...(source.encodingFaults ?? []), ...findings];
}

function assembleTrack({ source, page, lessons }: CompiledTrack): {
  track: Track | undefined;
  findings: Finding[];
} {
  const file = pageFile(source);
  if (page === undefined) {
    const message = 'A track needs track.mdx with its title, summary and the list of its lessons. Write it.';
    return {
      track: undefined,
      findings: [{ file, line: 1, column: 1, severity: 'error', rule: 'file-missing', message }],
    };
  }
  const head = readFrontMatter(file, page.frontMatter, trackFrontMatter);
  const encoding = source.encodingFaults ?? [];
  const findings = [...encoding, ...head.findings, ...page.findings];
  if (!head.value) return { track: undefined, findings };
  findings.push(...lessonListFaults(file, source, head), ...prerequisiteFaults(lessons, head.value.lessons));
  const faulty = new Set(
    lessons.filter((lesson) => allFindings(lesson).some(isError)).map(({ source: origin }) => origin.slug),
  );
  const { id, title, summary, lessons: order } = head.value;
  const bySlug = new Map(lessons.map(({ source: { slug }, lesson }) => [slug, lesson]));
  const shown = order.flatMap((slug) => (faulty.has(slug) ? [] : (bySlug.get(slug) ?? [])));
  return { track: { id, slug: source.slug, title, summary, body: page.body, lessons: shown }, findings };
}

/** Reports lessons that are listed without a folder, and folders that are not listed. */
function lessonListFaults(
  file: string,
  source: TrackSource,
  { value, position }: FrontMatter<{ lessons: string[] }>,
): Finding[] {
  const listed = value?.lessons ?? [];
  const slugs = source.lessons.map((lesson) => lesson.slug);
  const fault = (path: PropertyKey[], rule: string, message: string): Finding => ({
    file,
    ...position(path),
    severity: 'error',
    rule,
    message,
  });
  return [
    ...listed.flatMap((slug, at) =>
      slugs.includes(slug)
        ? []
        : [
            fault(
              ['lessons', at],
              'lesson-missing',
              `lessons names «${slug}», but there is no such folder beside track.mdx. Make it or correct the name.`,
            ),
          ],
    ),
    ...slugs.flatMap((slug) =>
      listed.includes(slug)
        ? []
        : [
            fault(
              ['lessons'],
              'lesson-unlisted',
              `The folder «${slug}» is not in the list of lessons. Add it where it belongs in the order.`,
            ),
          ],
    ),
  ];
}

/** Reports prerequisites that are not earlier lessons of the track. So there is always a lesson to start with. */
function prerequisiteFaults(lessons: readonly CompiledLesson[], order: readonly string[]): Finding[] {
  const slugs = lessons.map(({ source }) => source.slug);
  return lessons.flatMap(({ source, lesson }) =>
    (lesson?.prerequisites ?? []).flatMap((slug, at): Finding[] => {
      const own = order.indexOf(source.slug);
      const unknown = !slugs.includes(slug);
      if (!unknown && (own === -1 || order.indexOf(slug) < own)) return [];
      const message = unknown
        ? `prerequisites names «${slug}», but this track has no such lesson. Use one of ${slugs.join(', ')}.`
        : `prerequisites names «${slug}», which does not come before this lesson in track.mdx. Change the order there, or remove it here.`;
      return [
        {
          ...frontMatterPosition(source, ['prerequisites', at]),
          severity: 'error',
          rule: 'prerequisite',
          message,
        },
      ];
    }),
  );
}

function frontMatterPosition(
  source: LessonSource,
  path: PropertyKey[],
): Pick<Finding, 'file' | 'line' | 'column'> {
  const file = `${source.folder}/lesson.mdx`;
  const text = source.files.get('lesson.mdx') ?? '';
  return { file, ...readFrontMatter(file, frontMatterOf(text), lessonFrontMatter).position(path) };
}

interface UsedId {
  readonly what: 'lesson' | 'badge' | 'item';
  readonly id: string;
  readonly at: () => Pick<Finding, 'file' | 'line' | 'column'>;
}

/** Reports ids of lessons, badges and items that another lesson uses too. */
function duplicateIds(lessons: readonly CompiledLesson[]): Finding[] {
  const seen = new Map<string, { claim: UsedId; source: LessonSource }>();
  return lessons.flatMap(({ source, lesson }) =>
    (lesson ? usedIds(source, lesson) : []).flatMap((claim): Finding[] => {
      const { what, id } = claim;
      const other = seen.get(`${what} ${id}`);
      seen.set(`${what} ${id}`, { claim, source });
      if (!other || other.source === source) return [];
      const { file, line } = other.claim.at();
      const message = `The ${what} id «${id}» is taken by ${file}:${line}. Ids are unique over all lessons: give this one another id.`;
      return [
        {
          ...claim.at(),
          severity: 'error',
          rule: `${what}-id-twice`,
          message,
          ...(what === 'item' ? { itemId: id } : {}),
        },
      ];
    }),
  );
}

function usedIds(source: LessonSource, lesson: Lesson): UsedId[] {
  const items = [...lesson.activities.flatMap((activity) => activity.items), ...lesson.pool];
  return [
    { what: 'lesson', id: lesson.id, at: () => frontMatterPosition(source, ['id']) },
    ...(lesson.badge
      ? [
          {
            what: 'badge' as const,
            id: lesson.badge.id,
            at: () => frontMatterPosition(source, ['badge', 'id']),
          },
        ]
      : []),
    ...items.map((item) => ({
      what: 'item' as const,
      id: item.id,
      at: () => ({ ...item.source, column: 1 }),
    })),
  ];
}
