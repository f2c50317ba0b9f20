'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useForm } from '#components/item/form/use-form.ts';
import { useAnswered } from '#components/shell/answered-event.ts';
import { Button } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { type FormAction, formProblem } from '#lib/form-state.ts';

export interface ReviewStepProps {
  position: number;
  total: number;
  /** The title of its lesson. */
  lesson: string;
  /** What the question is about. */
  words: string | null;
  answered: boolean;
  /** The item takes no more answers. */
  settled: boolean;
  isLast: boolean;
  itemId: string;
  /** Opens the next question, or ends the review; posts nothing. */
  action: FormAction<null, never>;
  /** The question. */
  children: ReactNode;
}

/** At the bottom of the screen on a phone, where *Check* was before. */
const inReach =
  'max-sm:sticky max-sm:bottom-0 max-sm:z-20 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-paper max-sm:px-4 max-sm:pt-2 max-sm:pb-[max(0.5rem,env(safe-area-inset-bottom))]';

/** A question of a review, its position and topic, and a button that goes on or skips. */
export function ReviewStep({
  position,
  total,
  lesson,
  words,
  isLast,
  itemId,
  action,
  children,
  ...served
}: ReviewStepProps) {
  const [updated, setUpdated] = useState({ answered: false, settled: false });
  useAnswered(({ item }) => {
    if (item?.id === itemId) setUpdated({ answered: item.state.used > 0, settled: item.state.settled });
  });
  const answered = served.answered || updated.answered;
  const settled = served.settled || updated.settled;
  const { state, notSent, pending, form } = useForm(action);
  return (
    <div className="max-w-3xl">
      <Heading position={position}>
        Question {position} of {total}
      </Heading>
      <div className="mt-3 max-w-xs">
        <ProgressBar done={answered ? position : position - 1} total={total} label="questions" bare />
      </div>
      <p className="mt-4 mb-4 text-sm text-ink-soft">
        {lesson}
        {words ? `: ${words}` : ''}
      </p>
      {children}
      <form
        {...form}
        className={`no-print mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 ${settled ? inReach : ''}`}
      >
        <Button
          kind={answered ? 'primary' : 'bare'}
          icon="arrow-right"
          after
          pending={pending}
          className={answered ? 'max-sm:grow' : '-ms-4'}
        >
          {buttonLabel(answered, isLast)}
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {notSent ? 'The server could not be reached. Try again.' : formProblem(state)}
        </span>
      </form>
    </div>
  );
}

function buttonLabel(answered: boolean, isLast: boolean): string {
  if (answered) return isLast ? 'Finish' : 'Next question';
  return isLast ? 'Skip it for now and finish' : 'Skip it for now';
}

/** Takes the focus when the next question is shown. */
function Heading({ position, children }: { position: number; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (position > 1) heading.current?.focus();
  }, [position]);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-2xl">
      {children}
    </h1>
  );
}
