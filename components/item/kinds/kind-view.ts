import type { ReactNode } from 'react';
import type { NoticeKind } from '#components/ui/notice.tsx';
import type { Answer } from '#lib/item/registry.ts';
import type { AnswerOutcome, ServedItem } from '#lib/sitting/served-item.ts';

/** The props of a kind’s inputs, whose names are those of the kind’s `formSchema`. */
export interface FieldsProps<View> {
  readonly view: View;
  readonly item: ServedItem;
  /** Nothing can be changed: the item is settled, or the visitor may not answer. */
  readonly disabled: boolean;
}

/** How pages show one kind of item: one entry in `registry.ts`. */
export interface KindView<View> {
  /** The heading above the prompt. */
  readonly label: string;
  /** The label says no more than that it is a question: a number does as well. */
  readonly isOrdinary?: true;
  /** A component; a method, so that all kinds are assignable to one type. */
  Fields(props: FieldsProps<View>): ReactNode;
  /** The instruction above the inputs. */
  ask?(view: View): string;
  /** The label of the submit button; without it the fields have their own buttons. */
  check?(item: ServedItem): string;
  /** Which part of a wrong answer is right. */
  partly?(outcome: AnswerOutcome): string;
  /** The feedback on an answer that cannot be wrong. */
  noted?(answer: Answer, outcome: AnswerOutcome): FeedbackText;
  /** The heading of the model answer. */
  readonly model?: string;
  /** For items whose first hint is their other side: the label of the button that turns them. */
  readonly turn?: { readonly label: string };
  /** The fields are of use without an account: a program runs in the browser. What its check needs, in a sentence. */
  readonly runsHere?: string;
  /** The fields show the solution themselves. */
  readonly ownSolution?: true;
  /** The keyboard shortcuts of the fields, beyond those of every input and button. */
  readonly shortcuts?: readonly Shortcut[];
}

export interface FeedbackText {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  /** The points earned, as text. */
  readonly paid?: string;
}

/** A line in the list of keyboard shortcuts. */
export interface Shortcut {
  readonly keys: string;
  readonly does: string;
  /** A CSS selector: what must be on the page for it. */
  readonly on: string;
}
