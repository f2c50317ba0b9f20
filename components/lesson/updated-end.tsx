import type { Answered } from '#components/shell/answered-event.ts';
import { endAfter } from './end-after.ts';
import { EndCard, type EndCardProps } from './end-card.tsx';

export interface UpdatedEndProps {
  /** As the server knew it. */
  end: EndCardProps;
  /** Every answer on the page since, oldest first. */
  answers: readonly Answered[];
}

/** The foot of an activity, moved on by what was answered on the page. */
export function UpdatedEnd({ end, answers }: UpdatedEndProps) {
  return <EndCard {...answers.reduce(endAfter, end)} />;
}
