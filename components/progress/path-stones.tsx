import { Link } from '#components/ui/link.tsx';
import { Stone } from '#components/ui/stone.tsx';
import { levelLabels, type MasteryLevel } from '#lib/mastery/level.ts';
import { levelStones } from './level-stones.ts';

export interface PathLesson {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly level: MasteryLevel;
}

export interface PathStonesProps {
  lessons: readonly PathLesson[];
  /** The lesson that the next step leads to. */
  currentId: string | null;
}

/** The lessons of a track as stepping stones: the level of each, and where the learner is. */
export function PathStones({ lessons, currentId }: PathStonesProps) {
  return (
    <ol className="grid list-none grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-3 gap-y-6 p-0">
      {lessons.map(({ id, title, href, level }) => {
        const isCurrent = id === currentId;
        return (
          <li key={id} className="text-center text-sm">
            <Link
              href={href}
              className={`block rounded-md px-1 py-2 no-underline hover:bg-accent-tint ${isCurrent ? 'font-semibold' : ''}`}
            >
              <Stone state={isCurrent ? 'current' : levelStones[level]} size={56} className="mx-auto" />
              <span className="mt-2 block text-balance">{title}</span>
              <span className="block text-ink-soft">
                {levelLabels[level]}
                {isCurrent ? ', next' : ''}
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
