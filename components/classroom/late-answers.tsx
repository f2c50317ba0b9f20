import { Moment } from '#components/progress/moment.tsx';
import { spanInWords } from '#lib/calendar/time-in-words.ts';

export interface LateAnswersProps {
  late: readonly {
    readonly id: string;
    readonly question: string | null;
    readonly where: string;
    readonly receivedAt: Date;
    readonly deadlineAt: Date;
  }[];
  now: Date;
  timeZone: string;
}

/** Answers that arrived after the deadline, one line each: they may explain lost points and point to a slow connection. */
export function LateAnswers({ late, now, timeZone }: LateAnswersProps) {
  return late.map(({ id, question, where, receivedAt, deadlineAt }) => (
    <p key={id} className="mt-3 text-sm text-ink-soft">
      Not accepted, received {spanInWords(receivedAt.getTime() - deadlineAt.getTime())} after the deadline:{' '}
      {question ?? 'a question that has been removed'} ({where},{' '}
      <Moment at={receivedAt} now={now} timeZone={timeZone} />)
    </p>
  ));
}
