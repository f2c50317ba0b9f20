import type { Rich } from '#lib/text/rich.ts';
import type { ContentText } from './read-content.ts';

export interface HandbookPage {
  /** Path below /help, without a leading slash; empty for the first page. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly order: number;
  readonly status: string | null;
  readonly date: string | null;
  readonly body: Rich;
}

/** A file of the handbook. `name` is its path within the handbook and `file` its name in findings. */
export interface HandbookSource extends ContentText {
  readonly name: string;
  readonly file: string;
}

/** The first part of the path: student, author, teacher, operator, decisions. */
export const section = ({ path }: Pick<HandbookPage, 'path'>): string => path.split('/')[0] ?? '';
