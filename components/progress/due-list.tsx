import type { ReactNode } from 'react';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import type { DueConcept, DueLesson } from '#lib/progress/due-reviews.ts';
import { agoInWords } from '#lib/progress/when.ts';

export interface DueListProps {
  due: readonly DueLesson[];
  now: Date;
  /** The way to begin. */
  children: ReactNode;
}

/** What wants to be seen again today: how much, the way to it, and what it is about, lesson by lesson. */
export function DueList({ due, now, children }: DueListProps) {
  return (
    <Card className="sm:p-6">
      <p className="text-lg">{dueWords(due)}</p>
      <div className="mt-4">{children}</div>
      <div className="mt-6 grid gap-5 border-t border-line pt-5">
        {due.map((lesson) => (
          <section key={lesson.lessonId} aria-label={lesson.title}>
            <h3 className="text-base">
              <Link href={lesson.href}>{lesson.title}</Link>
            </h3>
            <ul className="mt-1.5 grid list-none gap-1.5 p-0">
              {lesson.concepts.map((concept) => (
                <Concept key={concept.id} {...concept} now={now} />
              ))}
              {lesson.cards > 0 ? <li>{count(lesson.cards, 'card')}</li> : null}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}

function Concept({ words, lastAt, recall, now }: DueConcept & { now: Date }) {
  return (
    <li>
      {words}
      <span className="block text-sm text-ink-soft tabular-nums">
        last met {agoInWords(lastAt, now)}, recall about {Math.round(recall * 100)} %
      </span>
    </li>
  );
}

function dueWords(due: readonly DueLesson[]): string {
  const concepts = due.reduce((sum, lesson) => sum + lesson.concepts.length, 0);
  const cards = due.reduce((sum, lesson) => sum + lesson.cards, 0);
  const parts = [concepts > 0 ? count(concepts, 'concept') : '', cards > 0 ? count(cards, 'card') : ''];
  return `${parts.filter(Boolean).join(' and ')} ${concepts + cards === 1 ? 'is' : 'are'} due.`;
}

const count = (many: number, one: string): string => `${many} ${many === 1 ? one : `${one}s`}`;
