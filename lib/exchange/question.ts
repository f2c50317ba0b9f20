import type { RootContent } from 'mdast';
import type { Ignorable } from '#lib/item/normalise.ts';
import type { Level } from '#lib/item/registry.ts';

/** A text as Markdown nodes, without components of ours. */
export type Markdown = readonly RootContent[];

/** A place in the imported file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Option {
  readonly label: Markdown;
  readonly right: boolean;
  readonly feedback: Markdown;
  /** Stays at the end when options are shuffled. */
  readonly last?: boolean;
}

/** A typed answer: one line of plain text. */
export interface TypedAnswer {
  readonly text: string;
  readonly right: boolean;
  readonly feedback: Markdown;
}

export interface Pair {
  /** Null for a partner that belongs to nobody. */
  readonly left: Markdown | null;
  readonly right: Markdown;
  readonly note: Markdown;
}

export interface Step {
  readonly label: Markdown;
  /** Positions (from 0) of the steps that must come before; undefined in all steps if the order is the listed one. */
  readonly after?: readonly number[];
}

/** A piece of a text with gaps: plain text, or the answers that a gap accepts. */
export type GapPiece = string | readonly string[];

export interface BankToken {
  readonly token: string;
  readonly feedback: Markdown;
}

/** What a question asks for, in the same shape for every format. */
export type Task =
  | {
      readonly kind: 'choice';
      readonly many: boolean;
      readonly scoring: 'cancel' | 'exact';
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'text';
      readonly answers: readonly TypedAnswer[];
      readonly ignore: readonly Ignorable[];
      /** `form` and `length` of our own items. */
      readonly form?: string;
      readonly length?: string;
    }
  | {
      readonly kind: 'number';
      readonly answers: readonly TypedAnswer[];
      /** `0.5` or `2%`; null if the number has to be exact. */
      readonly tolerance: string | null;
      readonly units: readonly string[];
      readonly asksUnit: boolean;
    }
  | {
      readonly kind: 'match';
      readonly heads: readonly [string, string];
      readonly scoring: 'cancel' | 'exact';
      readonly pairs: readonly Pair[];
    }
  | { readonly kind: 'order'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'blanks';
      readonly language: string;
      readonly pieces: readonly GapPiece[];
      /** Set where the gaps stand in a text and not in code: its blocks, with a placeholder for each gap. */
      readonly text?: Markdown;
      /** The wrong tokens; null if the gaps are typed. */
      readonly bank: readonly BankToken[] | null;
      readonly once: boolean;
      readonly ignore: readonly Ignorable[];
    }
  /** Typed output of the program in the prompt. */
  | { readonly kind: 'output'; readonly printed: string }
  | { readonly kind: 'output-choice'; readonly options: readonly Option[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'card'; readonly back: Markdown }
  /** Our own kinds that no format has; `name` is that of the kind. They can be written as an open question only. */
  | { readonly kind: 'other'; readonly name: string };

export type TaskKind = Task['kind'];

export interface ImportedPicture {
  readonly name: string;
  /** Its bytes. */
  readonly base64: string;
}

/** A question in the shape between the formats. */
export interface Question {
  readonly place: Place;
  /** The question as it stands in the file. */
  readonly source: string;
  /** `[id:]`, `idnumber` or `identifier`; null if the file gives none. */
  readonly externalId: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly category: string;
  readonly level: Level | null;
  readonly objective: string | null;
  readonly prompt: Markdown;
  readonly hints: readonly Markdown[];
  /** Empty if there is none. */
  readonly solution: Markdown;
  readonly task: Task;
  /** Pictures of the file. Their names stand in texts as the address `picture:NAME`. */
  readonly pictures?: readonly ImportedPicture[];
  /** Attributes of an item of ours that no format has, such as `time`. */
  readonly ownAttributes?: readonly string[];
  /** What differs from the file, in sentences. */
  readonly changes: readonly string[];
}

/** A question that cannot be taken over. Its text is kept for the report. */
export interface Refusal {
  readonly place: Place;
  readonly source: string;
  readonly title: string;
  /** The kind as the format names it. */
  readonly kind: string;
  readonly reason: string;
}

export type Entry =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly refusal: Refusal };

/** Everything that a reader found in a file, in the order of the file. */
export interface Reading {
  readonly entries: readonly Entry[];
  /** What concerns the whole file. */
  readonly notes: readonly string[];
}

export const accepted = (question: Question): Entry => ({ ok: true, question });

export const refused = (refusal: Refusal): Entry => ({ ok: false, refusal });

/** The parts of a question that most formats leave empty. */
export const noExtras = {
  externalId: null,
  title: '',
  tags: [],
  category: '',
  level: null,
  objective: null,
  hints: [],
  solution: [],
} as const;
