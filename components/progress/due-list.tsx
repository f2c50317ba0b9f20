import { ButtonLink } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import type { DueLesson } from '#lib/progress/due-reviews.ts';

const things = (count: number, activity: string): string => {
  const one = activity === 'review' ? 'card or question' : 'missed question';
  const many = activity === 'review' ? 'cards and questions' : 'missed questions';
  return `${count} ${count === 1 ? one : many}`;
};

/** What wants to be seen again today, by lesson and by the place where it is answered. */
export function DueList({ due }: { due: readonly DueLesson[] }) {
  return (
    <ul className="grid list-none gap-4 p-0 md:grid-cols-2">
      {due.map((lesson) => (
        <Card key={lesson.lessonId} as="li">
          <h3 className="text-lg">{lesson.title}</h3>
          <ul className="mt-3 grid list-none gap-3 p-0">
            {lesson.places.map((place) => (
              <li
                key={place.activity}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
              >
                <span className="text-ink-soft tabular-nums">{things(place.count, place.activity)}</span>
                <ButtonLink href={place.href} kind="quiet" size="small">
                  {place.activity === 'test' ? 'Test again' : place.title}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </ul>
  );
}
