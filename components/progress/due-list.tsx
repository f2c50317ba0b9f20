import type { ReactNode } from 'react';
import { Card } from '#components/ui/card.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Link } from '#components/ui/link.tsx';
import { agoInWords } from '#lib/calendar/time-in-words.ts';
import type { DueConcept, DueLesson } from '#lib/review/due-reviews.ts';

export interface DueListProps {
  due: readonly DueLesson[];
  now: Date;
  /** The button that starts the review. */
  children: ReactNode;
}

/** What is due for review today: the amount, the button that starts it, and the concepts of each lesson. */
export function DueList({ due, now, children }: DueListProps) {
  return (
    <Card className="sm:p-6">
      <p className="text-lg">{dueWords(due)}</p>
      <div className="mt-4">{children}</div>
      <div className="mt-5 grid gap-2 border-t border-line pt-4">
        {due.map((lesson, index) => (
          <Disclosure
            key={lesson.lessonId}
            summary={`${lesson.title}: ${amount(lesson.concepts.length, lesson.cards)}`}
            open={index === 0}
          >
            <ul className="grid list-none gap-1.5 p-0">
              {lesson.concepts.map((concept) => (
                <Concept key={concept.id} {...concept} now={now} />
              ))}
            </ul>
            <p className="mt-2">
              <Link href={lesson.href}>Open the lesson</Link>
            </p>
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}

function Concept({ label, lastAt, recall, now }: DueConcept & { now: Date }) {
  return (
    <li>
      {label}
      <span className="block text-sm text-ink-soft tabular-nums">
        last answered {agoInWords(lastAt, now)}, recall about {Math.round(recall * 100)} %
      </span>
    </li>
  );
}

function dueWords(due: readonly DueLesson[]): string {
  const concepts = due.reduce((sum, lesson) => sum + lesson.concepts.length, 0);
  const cards = due.reduce((sum, lesson) => sum + lesson.cards, 0);
  return `${amount(concepts, cards)} ${concepts + cards === 1 ? 'is' : 'are'} due.`;
}

/** "2 concepts and 1 card"; zero amounts are left out. */
function amount(concepts: number, cards: number): string {
  const parts = [concepts > 0 ? count(concepts, 'concept') : '', cards > 0 ? count(cards, 'card') : ''];
  return parts.filter(Boolean).join(' and ');
}

const count = (many: number, one: string): string => `${many} ${many === 1 ? one : `${one}s`}`;
