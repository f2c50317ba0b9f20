import { createHash } from 'node:crypto';
import type { Content } from '#lib/lesson/assemble.ts';
import { compileContent } from '#lib/lesson/compile-content.ts';
import type { TrackSource } from '#lib/lesson/source.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Compiles one track from file paths and texts; code is left without colours. */
export function compileCourse(files: Readonly<Record<string, string>>): Content {
  return compileContent([trackOf(files)], { highlight: (value) => [{ type: 'text', value }], hash });
}

function trackOf(files: Readonly<Record<string, string>>): TrackSource {
  const inLessons = Object.entries(files).flatMap(([path, text]) => {
    const [slug = '', name] = path.split('/');
    return name ? [{ slug, name, text }] : [];
  });
  return {
    slug: 'course',
    folder: 'course',
    page: files['track.mdx'],
    lessons: [...new Set(inLessons.map(({ slug }) => slug))].map((slug) => ({
      track: 'course',
      slug,
      folder: `course/${slug}`,
      files: new Map(
        inLessons.flatMap((file) => (file.slug === slug ? [[file.name, file.text] as const] : [])),
      ),
    })),
  };
}
