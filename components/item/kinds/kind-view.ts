import type { ReactNode } from 'react';
import type { NoticeKind } from '#components/ui/notice.tsx';
import type { Answer } from '#lib/item/registry.ts';
import type { Outcome, ServedItem } from '#lib/sitting/served-item.ts';

/** What the inputs of one kind get. Their names are those of the kind's `form` schema. */
export interface FieldsProps<View> {
  readonly view: View;
  readonly item: ServedItem;
  /** Nothing can be changed: the item is settled, or nobody is signed in. */
  readonly disabled: boolean;
}

/** Everything a page knows about one kind of item: one entry in `registry.ts`. */
export interface KindView<View> {
  /** What it is called above the prompt. */
  readonly label: string;
  /** A component. Written as a method, so that those of all kinds have one type. */
  Fields(props: FieldsProps<View>): ReactNode;
  /** What is asked for, in a line above the inputs. */
  ask?(view: View): string;
  /** The word on the button; without it the fields bring buttons of their own. */
  check?(item: ServedItem): string;
  /** How far an answer came that is not right as a whole. */
  partly?(outcome: Outcome): string;
  /** What is said of an answer that nobody can fail. */
  noted?(answer: Answer, outcome: Outcome): FeedbackText;
  /** What the shown answer is called. */
  readonly model?: string;
  /** The first hint is the item's other side, which the fields draw: the words that offer to turn it. */
  readonly turn?: { readonly label: string; readonly signIn: string };
  /** The fields draw the solution. */
  readonly ownSolution?: true;
  /** Single keys that the fields know, beside those of every input and button. */
  readonly shortcuts?: readonly Shortcut[];
}

export interface FeedbackText {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  /** Points paid, in words. */
  readonly paid?: string;
}

/** A line in the list of keyboard shortcuts. */
export interface Shortcut {
  readonly keys: string;
  readonly does: string;
  /** A CSS selector: what must be on the page for it. */
  readonly on: string;
}
