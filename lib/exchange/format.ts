import type { Question, Reading } from './question.ts';

/** The file to be read: as text, or a package with the files in it by their paths. */
export type ImportedFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'package'; readonly files: ReadonlyMap<string, Uint8Array> };

/** What one question loses in a format; `omitted` if the format cannot hold it at all. */
export interface ExportLoss {
  readonly id: string;
  readonly omitted: boolean;
  readonly losses: readonly string[];
}

export interface Exported {
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'package'; readonly files: ReadonlyMap<string, string> };
  readonly losses: readonly ExportLoss[];
}

/** A format in which other systems write questions. */
export interface ExchangeFormat {
  readonly name: string;
  readonly description: string;
  /** The usual ending of its files. */
  readonly ending: string;
  read(file: ImportedFile): Reading;
  /** Absent for formats that are only read. */
  write?(questions: readonly Question[]): Exported;
}
