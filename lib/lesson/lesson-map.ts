/** A lesson with those it builds on, by slug. */
export interface MapLesson {
  readonly slug: string;
  readonly prerequisites: readonly string[];
}

/** Where a lesson stands on the map, in columns and half rows from 0. */
export interface MapPlace {
  readonly slug: string;
  readonly column: number;
  readonly halfRow: number;
}

export interface LessonMap {
  readonly columns: number;
  readonly halfRows: number;
  /** In the order of the lessons. */
  readonly places: readonly MapPlace[];
  /** From a lesson to one that builds on it. */
  readonly paths: readonly { readonly from: MapPlace; readonly to: MapPlace }[];
}

/**
 * Places lessons from left to right: each in the column after the last of its prerequisites, those of a column below each
 * other in their order and centred. Prerequisites outside of the list, and circles, are ignored.
 */
export function lessonMap(lessons: readonly MapLesson[]): LessonMap {
  const bySlug = new Map(lessons.map((lesson) => [lesson.slug, lesson]));
  const columns = lessons.map((lesson) => depthOf(lesson, bySlug, []));
  const sizes = new Map<number, number>();
  for (const column of columns) sizes.set(column, (sizes.get(column) ?? 0) + 1);
  const rows = Math.max(0, ...sizes.values());
  const placed = new Map<number, number>();
  const places = lessons.map(({ slug }, at): MapPlace => {
    const column = columns[at] ?? 0;
    const above = placed.get(column) ?? 0;
    placed.set(column, above + 1);
    return { slug, column, halfRow: rows - (sizes.get(column) ?? 0) + 2 * above };
  });
  const placeOf = new Map(places.map((place) => [place.slug, place]));
  const paths = lessons.flatMap(({ slug, prerequisites }) =>
    prerequisites.flatMap((before) => {
      const [from, to] = [placeOf.get(before), placeOf.get(slug)];
      return from && to && from.column < to.column ? [{ from, to }] : [];
    }),
  );
  return { columns: Math.max(0, ...columns.map((column) => column + 1)), halfRows: 2 * rows, places, paths };
}

function depthOf(
  { slug, prerequisites }: MapLesson,
  bySlug: ReadonlyMap<string, MapLesson>,
  after: readonly string[],
): number {
  const before = prerequisites.flatMap((name) => {
    const lesson = bySlug.get(name);
    return lesson && name !== slug && !after.includes(name) ? [lesson] : [];
  });
  return Math.max(0, ...before.map((lesson) => depthOf(lesson, bySlug, [...after, slug]) + 1));
}
