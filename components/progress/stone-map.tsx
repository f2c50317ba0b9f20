import { Link } from '#components/ui/link.tsx';
import { Stone } from '#components/ui/stone.tsx';
import { type LessonMap, lessonMap, type MapPlace } from '#lib/lesson/lesson-map.ts';
import { levelLabels, type MasteryLevel } from '#lib/mastery/level.ts';
import { levelStones } from './level-stones.ts';

export interface MapStone {
  readonly slug: string;
  readonly title: string;
  readonly path: string;
  readonly minutes: number;
  /** The slugs of lessons that it builds on. */
  readonly prerequisites: readonly string[];
  /** Null for visitors. */
  readonly level: MasteryLevel | null;
}

const halfRowRem = 4.25;
/** Where the middle of a stone is, in hundredths of a half row. */
const stoneMiddle = 100 / halfRowRem;
/** A wider map would be crowded on a desk. */
const mostColumns = 6;

/**
 * The lessons of a track as stepping stones, each after those it builds on; a list on a phone and for a very long track.
 * The stones that a person can begin with are open.
 */
export function StoneMap({ lessons }: { lessons: readonly MapStone[] }) {
  const map = lessonMap(lessons);
  if (map.columns > mostColumns)
    return (
      <ol className="grid gap-x-8 gap-y-1 md:grid-cols-2">
        {lessons.map((lesson) => (
          <StoneLine key={lesson.slug} lesson={lesson} />
        ))}
      </ol>
    );
  return (
    <div className="relative">
      <Paths map={map} />
      <ol
        className="relative flex flex-col gap-1 md:grid md:auto-rows-[4.25rem] md:gap-0"
        style={{ gridTemplateColumns: `repeat(${map.columns}, minmax(0, 1fr))` }}
      >
        {lessons.map((lesson, at) => (
          <StoneLine key={lesson.slug} lesson={lesson} place={map.places[at]} />
        ))}
      </ol>
    </div>
  );
}

function StoneLine({ lesson, place }: { lesson: MapStone; place?: MapPlace | undefined }) {
  const { title, path, minutes, level, prerequisites } = lesson;
  const isOpen = prerequisites.length === 0 && (level === null || level === 'new');
  const state = isOpen ? 'open' : levelStones[level ?? 'new'];
  const onMap = place ? 'md:flex-col md:justify-start md:gap-1 md:px-3 md:text-center' : '';
  return (
    <li
      className={`relative flex items-center gap-4 py-1.5 md:py-0 ${onMap}`}
      style={place ? { gridColumn: place.column + 1, gridRow: `${place.halfRow + 1} / span 2` } : undefined}
    >
      <Stone state={state} className="max-md:w-12" />
      <span className="min-w-0">
        <Link
          href={path}
          className="font-semibold no-underline after:absolute after:inset-0 hover:text-accent"
        >
          {title}
        </Link>
        <span className="block text-sm text-ink-soft tabular-nums">
          {minutes} min{level && level !== 'new' ? ` · ${levelLabels[level]}` : ''}
        </span>
      </span>
    </li>
  );
}

/** The paths from each lesson to those that build on it, below the stones. */
function Paths({ map: { columns, halfRows, paths } }: { map: LessonMap }) {
  const middle = ({ column, halfRow }: MapPlace) => ({
    x: column * 100 + 50,
    y: Math.round(halfRow * 100 + stoneMiddle),
  });
  return (
    <svg
      viewBox={`0 0 ${columns * 100} ${halfRows * 100}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      fill="none"
      className="absolute inset-0 size-full stroke-line-strong max-md:hidden"
    >
      {paths.map(({ from, to }) => {
        const [start, end] = [middle(from), middle(to)];
        const bend = (start.x + end.x) / 2;
        return (
          <path
            key={`${from.slug} ${to.slug}`}
            d={`M${start.x} ${start.y}C${bend} ${start.y} ${bend} ${end.y} ${end.x} ${end.y}`}
            vectorEffect="non-scaling-stroke"
            strokeWidth="1.75"
          />
        );
      })}
    </svg>
  );
}
