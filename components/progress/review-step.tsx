'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ItemForm, type ItemFormProps } from '#components/item/form/item-form.tsx';
import { useForm } from '#components/item/form/use-form.ts';
import { heldEvent, useAnswered } from '#components/shell/answered-event.ts';
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
  isLast: boolean;
  /** The question. */
  question: Omit<ItemFormProps, 'counter' | 'onward'>;
  /** Opens the next question, or ends the review; posts nothing. */
  action: FormAction<null, never>;
}

const nextFormId = 'next-question';

/** A question of a review, its position and topic, and a button that goes on or skips. */
export function ReviewStep({ position, total, lesson, words, isLast, question, action }: ReviewStepProps) {
  const [isAnswered, setAnswered] = useState(false);
  // A rating that waits is sent by going on.
  const [isHeld, setHeld] = useState(false);
  useAnswered(({ item }) => {
    if (item?.id === question.item.id) setHeld(true);
  }, heldEvent);
  useAnswered(({ item }) => {
    if (item?.id === question.item.id) setAnswered(item.state.used > 0);
  });
  const answered = isAnswered || isHeld || question.item.state.used > 0;
  const { state, notSent, pending, form } = useForm(action);
  return (
    <div className="mx-auto max-w-[46rem]">
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
      <ItemForm
        {...question}
        counter={null}
        onward={({ used, settled }) => (
          <Button
            form={nextFormId}
            kind={settled || isHeld ? 'primary' : used > 0 ? 'quiet' : 'bare'}
            icon="arrow-right"
            after
            pending={pending}
            data-go={settled || isHeld ? 'continue' : 'skip'}
            className={settled || isHeld ? 'no-print max-sm:grow' : 'no-print'}
          >
            {buttonLabel(used > 0 || isHeld, isLast)}
          </Button>
        )}
      />
      <form {...form} id={nextFormId}>
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
