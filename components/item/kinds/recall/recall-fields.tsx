import { useId } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import { answerBoxStyle } from '#components/item/kinds/input-style.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { Rich } from '#components/lesson/rich.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { RecallBody } from '#lib/item/recall/recall.ts';
import type { AnswerOutcome } from '#lib/sitting/served-item.ts';

/** A text box for all the learner remembers; then a list of concepts to compare the text with. */
export function RecallFields({ view, item, disabled }: FieldsProps<RecallBody>) {
  const id = useId();
  const { outcome } = item.state;
  const answer = initialAnswer(item);
  const written = outcome?.checklist !== undefined;
  return (
    <div className="space-y-6">
      <div>
        <label htmlFor={id} className="font-semibold">
          What you remember
        </label>
        <p className="text-sm text-ink-soft">
          {written
            ? 'Your text stays as it was; compare it with the list below.'
            : `Without looking it up. Afterwards you compare it with ${view.concepts} concepts.`}
        </p>
        <TextArea
          id={id}
          name="text"
          rows={5}
          disabled={disabled}
          maxLength={10_000}
          readOnly={written}
          start={answer && 'text' in answer ? answer.text : ''}
          className={`mt-1.5 ${answerBoxStyle}`}
        />
      </div>
      {outcome ? (
        <Checklist
          outcome={outcome}
          done={disabled}
          ticked={answer && 'ticks' in answer ? answer.ticks : null}
        />
      ) : null}
    </div>
  );
}

interface ChecklistProps {
  outcome: AnswerOutcome;
  done: boolean;
  /** The concepts ticked by the learner; null uses the keywords found. */
  ticked: readonly string[] | null;
}

function Checklist({ outcome, done, ticked }: ChecklistProps) {
  const list = outcome.checklist ?? [];
  return (
    <div>
      <p className="font-semibold">Which of these does your text cover?</p>
      <p className="text-sm text-ink-soft">
        {done
          ? `You found ${list.filter(({ found }) => found).length} of ${list.length}.`
          : 'We ticked what we found by keyword. You decide.'}
      </p>
      <ul className="mt-2 space-y-1.5">
        {list.map((concept) => (
          <li key={concept.id}>
            {done ? (
              <Found concept={concept} />
            ) : (
              <Tick concept={concept} checked={ticked?.includes(concept.id) ?? concept.found} />
            )}
          </li>
        ))}
      </ul>
      <input type="hidden" name="compared" value="1" />
    </div>
  );
}

type Concept = NonNullable<AnswerOutcome['checklist']>[number];

function Tick({ concept, checked }: { concept: Concept; checked: boolean }) {
  return (
    <label className={`${row} border-line-strong has-[:checked]:border-accent has-[:checked]:bg-accent-tint`}>
      <input
        type="checkbox"
        name="tick"
        value={concept.id}
        defaultChecked={checked}
        className="mt-[0.15em] size-6 shrink-0"
      />
      <Label concept={concept} />
    </label>
  );
}

function Found({ concept }: { concept: Concept }) {
  return (
    <div className={`${row} border-line`}>
      <Mark kind={concept.found ? 'right' : 'missed'} className="mt-[0.3em]" />
      <div>
        <Label concept={concept} />
        {concept.found ? null : <span className="text-sm text-ink-soft">not covered</span>}
      </div>
    </div>
  );
}

const row = 'flex min-h-12 items-start gap-3 rounded-md border px-3.5 py-2.5 transition-colors';

function Label({ concept }: { concept: Concept }) {
  return (
    <span className="prose block min-w-0">
      <Rich nodes={concept.label} parts={phrase} />
    </span>
  );
}

const phrase = { p: Rich } as const;
