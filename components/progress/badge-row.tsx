import type { ReactNode } from 'react';
import { BadgeMark } from '#components/ui/badge-mark.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';

export interface BadgeRowProps {
  name: string;
  about: string;
  /** What it is given for; empty when nobody knows any more. */
  rule: string;
  lesson: { title: string; href: string } | null;
  earned: boolean;
  /** When and how it was earned, or how near it is. */
  children: ReactNode;
}

/** One badge: its seal, what it says of a person, what it is given for, and how this person stands to it. */
export function BadgeRow({ name, about, rule, lesson, earned, children }: BadgeRowProps) {
  return (
    <Card as="li" className="flex gap-4 sm:gap-5">
      <div className="shrink-0">
        <BadgeMark name={name} earned={earned} size={72} />
      </div>
      <div className="min-w-0 grow">
        <h3 className="text-lg">{name}</h3>
        {lesson ? (
          <p className="text-sm text-ink-soft">
            <Link href={lesson.href}>{lesson.title}</Link>
          </p>
        ) : null}
        <p className="mt-2">{about}</p>
        {rule ? <p className="mt-1 text-sm text-ink-soft">{rule}</p> : null}
        <div className="mt-3">{children}</div>
      </div>
    </Card>
  );
}
