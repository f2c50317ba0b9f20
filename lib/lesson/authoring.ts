import type { Authoring } from '#lib/access/may-author.ts';
import type { ItemEditNote } from './edits/item-edit-note.ts';
import type { Finding } from './lesson.ts';
import type { LessonFiles, LessonRef } from './lesson-files.ts';
import type { ProposalDecision } from './proposal.ts';

/**
 * Where lessons are published: in the `database`, from where all processes take them at once, or only as `files` of a
 * repository, for which authors get a patch.
 */
export const contentModes = ['database', 'files'] as const;
export type ContentMode = (typeof contentModes)[number];

/** A lesson in the list of an author; `_track` stands for the page of the track. */
export interface AuthoredLesson extends LessonRef {
  readonly title: string;
  /** Null when it is not served, because it is a draft or has errors. */
  readonly href: string | null;
  readonly may: Authoring;
  readonly health: LessonHealth;
  /** When the reader's own draft was saved last; null without one. */
  readonly draftAt: Date | null;
  /** The newest revision; null when the lesson is as it is on disk. */
  readonly revision: Pick<RevisionView, 'number' | 'authorName' | 'publishedAt'> | null;
  /** The files on disk were changed after the newest revision, which is still served in their place. */
  readonly isFilesNewer: boolean;
}

export interface LessonHealth {
  readonly items: number;
  /** Items whose key a run has proven. */
  readonly proven: number;
  readonly errors: number;
  readonly warnings: number;
  /** Problem reports of learners that wait for a reply. */
  readonly openReports: number;
}

/** An author's draft of a lesson, or its published files while there is none. */
export interface DraftView extends LessonRef {
  readonly mode: ContentMode;
  readonly may: Authoring;
  readonly files: LessonFiles;
  /** The files that the draft began with. */
  readonly base: LessonFiles;
  readonly baseNumber: number;
  /** Is sent with the next save; 0 while there is no draft. */
  readonly saves: number;
  readonly updatedAt: Date | null;
  /** What was published since the draft began, if its files differ from `base`. */
  readonly newer: { readonly number: number; readonly files: LessonFiles } | null;
  /** Names of others who have the lesson open. */
  readonly others: readonly string[];
}

/** The reply to a save: `conflict` when the draft was saved elsewhere meanwhile, with both texts; nothing is written then. */
export type DraftSave =
  | {
      readonly kind: 'saved';
      readonly saves: number;
      readonly others: readonly string[];
      /** Somebody has published the lesson since the draft began. */
      readonly isBehind: boolean;
    }
  | {
      readonly kind: 'conflict';
      readonly name: string;
      /** Null where the file was removed. */
      readonly mine: string | null;
      readonly theirs: string | null;
      /** The number of saves with which `mine` may be sent again. */
      readonly saves: number;
    };

/** What a check says of a draft. Findings of files of the draft name them by their path in the lesson's folder. */
export interface DraftCheck {
  readonly findings: readonly Finding[];
  /** Null when nothing was run. */
  readonly proofs: DraftProofs | null;
  /** How its items differ from those that are served. */
  readonly edits: readonly ItemEditNote[];
}

export interface DraftProofs {
  readonly proven: number;
  readonly stale: number;
  readonly unproven: number;
}

export interface RevisionView {
  readonly number: number;
  readonly authorName: string;
  /** Who accepted it, when it was a proposal. */
  readonly approverName: string | null;
  readonly reason: string;
  readonly publishedAt: Date;
  /** The number of the revision whose files it brought back; 0 for the files on disk. */
  readonly restores: number | null;
  readonly edits: readonly ItemEditNote[];
}

/** The lines of a file that differ, in groups with some lines around them. */
export interface FileDiff {
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Empty for a picture. */
  readonly hunks: readonly DiffHunk[];
}

export interface DiffHunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
}

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface ProposalView extends LessonRef {
  readonly id: string;
  readonly authorName: string;
  readonly reason: string;
  readonly proposedAt: Date;
  readonly decision: ProposalDecision | null;
  readonly note: string;
  /** The reader may accept or decline it. */
  readonly mayDecide: boolean;
  /** The reader wrote it, and may withdraw it. */
  readonly isOwn: boolean;
}

/** Why an author's request is refused. */
export const authoringRefusals = {
  'not-found': 'There is no such lesson, or it is not yours to write.',
  'not-yours': 'You may propose this, and an author of the track publishes it.',
  'too-many-files': 'A lesson has at most 100 files. Remove some.',
  'too-long': 'The files of the lesson are too long together. Split it into two lessons.',
  'file-name': 'A lesson has no file of this name.',
  'no-draft': 'There is no draft. Write something first.',
  unchanged: 'Nothing differs from what is published.',
  faulty: 'The draft has errors. Correct them and publish again.',
  behind: 'Somebody has published this lesson since you began. Compare both texts first.',
  'files-only':
    'This school takes its lessons from files. Download the patch and apply it to the repository.',
  busy: 'Your last check is still running. Wait for it, or try again in a moment.',
  decided: 'This proposal was decided already.',
} as const;
export type AuthoringRefusal = keyof typeof authoringRefusals;
