import type { ReactNode } from 'react';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Link } from '#components/ui/link.tsx';
import { agoInWords } from '#lib/calendar/time-in-words.ts';
import type { DueConcept, DueLesson } from '#lib/review/due-reviews.ts';

export interface DueListProps {
  due: readonly DueLesson[];
  now: Date;
  /** What follows below, such as a forecast. */
  children?: ReactNode;
}

/** What is due for review, by lesson; folded. */
export function DueList({ due, now, children }: DueListProps) {
  return (
    <Disclosure summary="What is due, and when">
      <div className="grid gap-4">
        {due.map(({ lessonId, title, href, concepts, cards }) => (
          <section key={lessonId}>
            <h3 className="text-base">
              <Link href={href}>{title}</Link>: {amount(concepts.length, cards)}
            </h3>
            <ul className="mt-1 grid list-none gap-1.5 p-0">
              {concepts.map((concept) => (
                <Concept key={concept.id} {...concept} now={now} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {children}
    </Disclosure>
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

/** "2 concepts and 1 card have come due." */
export function dueWords(due: readonly DueLesson[]): string {
  const concepts = due.reduce((sum, lesson) => sum + lesson.concepts.length, 0);
  const cards = due.reduce((sum, lesson) => sum + lesson.cards, 0);
  return `${amount(concepts, cards)} ${concepts + cards === 1 ? 'has' : 'have'} come due.`;
}

/** "2 concepts and 1 card"; zero amounts are left out. */
function amount(concepts: number, cards: number): string {
  const parts = [concepts > 0 ? count(concepts, 'concept') : '', cards > 0 ? count(cards, 'card') : ''];
  return parts.filter(Boolean).join(' and ');
}

const count = (many: number, one: string): string => `${many} ${many === 1 ? one : `${one}s`}`;
