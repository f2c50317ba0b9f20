import { type MouseEvent, useId } from 'react';
import type { PartProps } from '#components/lesson/rich.tsx';
import { Rich } from '#components/lesson/rich.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { PartState } from '#lib/item/item-type.ts';
import type { AnswerOutcome } from '#lib/sitting/served-item.ts';
import type { Rich as RichText } from '#lib/text/rich.ts';
import { partStyles } from './part-styles.ts';

// Before the first answer there is none.
const PartFeedback = lazyPart(() => import('./part-feedback.tsx').then((file) => file.PartFeedback));

interface Option {
  readonly id: string;
  readonly label: RichText;
}

export interface OptionListProps {
  options: readonly Option[];
  many: boolean;
  chosen: readonly string[];
  outcome: AnswerOutcome | null;
  disabled: boolean;
}

/** Options as large targets; after answering, each shows its feedback. */
export function OptionList({ options, many, chosen, outcome, disabled }: OptionListProps) {
  return (
    <div className="options">
      {options.map((option, index) => (
        <OptionRow
          key={option.id}
          option={option}
          place={index + 1}
          many={many}
          chosen={chosen.includes(option.id)}
          state={outcome?.parts[option.id]}
          note={outcome?.notes[option.id]}
          disabled={disabled}
        />
      ))}
    </div>
  );
}

const words = {
  right: 'Right',
  wrong: 'Not right',
  missed: 'Missed: this one is right',
} as const satisfies Record<PartState, string>;

interface OptionRowProps {
  option: Option;
  /** Counted from 1; the first ten have keyboard shortcuts. */
  place: number;
  many: boolean;
  chosen: boolean;
  state: PartState | undefined;
  note: RichText | undefined;
  disabled: boolean;
}

function OptionRow({ option, place, many, chosen, state, note, disabled }: OptionRowProps) {
  const id = useId();
  const letter = place <= 10 ? String.fromCharCode(64 + place) : '';
  const said = state !== undefined || note !== undefined;
  return (
    <div className={`option keep-together ${state ? partStyles[state] : 'option-open'}`}>
      <label>
        <input
          type={many ? 'checkbox' : 'radio'}
          // Read only, it is in no form: with one name for all, only the last answer of a page would stay chosen.
          name={disabled ? id : 'option'}
          value={option.id}
          defaultChecked={chosen}
          disabled={disabled}
          data-shortcut={letter ? place : undefined}
          aria-keyshortcuts={letter ? (place < 10 ? `${place} ${letter}` : letter) : undefined}
          aria-describedby={said ? id : undefined}
        />
        {letter ? (
          <span aria-hidden="true" className="option-shortcut">
            {place < 10 ? null : letter}
          </span>
        ) : null}
        <span className="prose block min-w-0 grow">
          <Rich nodes={option.label} parts={inLabel} />
        </span>
        <span aria-hidden="true" className="option-chosen">
          {state ? 'your answer' : 'chosen'}
        </span>
      </label>
      {state ? (
        <PartFeedback
          id={id}
          state={state}
          word={words[state]}
          note={note}
          className="px-3.5 pb-3 sm:ps-11"
        />
      ) : note ? (
        <div id={id} className="px-3.5 pb-3 sm:ps-11">
          <Rich nodes={note} />
        </div>
      ) : null}
    </div>
  );
}

/** A label allows phrasing content only. A code box in it scrolls by keyboard, and a click on it selects the option. */
const inLabel = {
  p: ({ nodes, parts }: PartProps) => (
    <span className="block">
      <Rich nodes={nodes} parts={parts} />
    </span>
  ),
  pre: ({ nodes, parts }: PartProps) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input beside it has the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: the same click as on the label around it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard
    <span className="code-box block max-w-full" tabIndex={0} onClick={pick}>
      <Rich nodes={nodes} parts={parts} />
    </span>
  ),
} as const;

/** Browsers differ in whether a click on a focusable box within a label activates its input. */
function pick(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.currentTarget.closest('label')?.control?.click();
}
