import { Emblem } from '#components/progress/emblem.tsx';
import { dayInWords } from '#lib/calendar/time-in-words.ts';

export interface StudentBadgesProps {
  badges: readonly {
    id: string;
    lessonId: string;
    name: string;
    earnedAt: Date;
    timed: 'timed' | 'untimed' | 'no-clock';
  }[];
  timeZone: string;
}

const clockWords = { timed: ', timed', untimed: ', untimed', 'no-clock': '' } as const;

/** A student’s badges with the days they were earned. */
export function StudentBadges({ badges, timeZone }: StudentBadgesProps) {
  return (
    <ul className="flex list-none flex-wrap gap-x-8 gap-y-4 p-0">
      {badges.map(({ id, lessonId, name, earnedAt, timed }) => (
        <li key={id} className="flex items-center gap-3">
          <Emblem lessonId={lessonId} goal={null} size={40} />
          <span className="min-w-0 wrap-anywhere">
            <b>{name}</b>
            <span className="block text-sm text-ink-soft">
              {dayInWords(earnedAt, timeZone)}
              {clockWords[timed]}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
