import { Link } from '#components/ui/link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { PageLink } from '#lib/lesson/page-link.ts';
import type { RegradeNote } from '#lib/progress/regrade/regrade-note.ts';
import { Moment } from './moment.tsx';

export interface RegradeNotesProps {
  notes: readonly (Pick<RegradeNote, 'id' | 'now' | 'points' | 'isUndo' | 'reason' | 'at'> & {
    lesson: PageLink;
    activity: string;
  })[];
  now: Date;
  timeZone: string;
  hidesPoints: boolean;
}

const words = {
  right: 'counts as right now',
  wrong: 'counts as wrong now',
  otherwise: 'scores otherwise now',
} as const;

/** Tells a learner which answers were graded again, and why. */
export function RegradeNotes({ notes, now, timeZone, hidesPoints }: RegradeNotesProps) {
  if (notes.length === 0) return null;
  return (
    <Notice title={notes.length === 1 ? 'An answer was graded again' : 'Answers were graded again'}>
      {notes.map(({ id, lesson, activity, points, reason, at, ...note }) => (
        <p key={id}>
          An answer of yours in <Link href={lesson.href}>{lesson.title}</Link>
          {activity ? `, ${activity},` : ''} {words[note.now]}
          {points === 0 || hidesPoints ? '' : ` (${pointsWords(points)})`}
          {note.isUndo ? ', as before' : ''}. {reason}{' '}
          <span className="text-sm text-ink-soft">
            <Moment at={at} now={now} timeZone={timeZone} />
          </span>
        </p>
      ))}
    </Notice>
  );
}

const pointsWords = (points: number): string =>
  `${points > 0 ? '+' : '−'}${Math.abs(points)} point${Math.abs(points) === 1 ? '' : 's'}`;
