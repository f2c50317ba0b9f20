'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { LessonName, TrackName } from '#lib/lesson/lesson-files.ts';
import { DecideForm, decideProposal } from '#lib/server/authoring/decide-proposal.ts';
import { discardDraft as discard } from '#lib/server/authoring/discard-draft.ts';
import { openDraft } from '#lib/server/authoring/open-draft.ts';
import { ProposeForm, proposeDraft } from '#lib/server/authoring/propose-draft.ts';
import { PublishDraftForm, publishDraft } from '#lib/server/authoring/publish-draft.ts';
import { RebaseDraftForm, rebaseDraft } from '#lib/server/authoring/rebase-draft.ts';
import { RestoreForm, restoreRevision } from '#lib/server/authoring/restore-revision.ts';
import { SaveDraftForm, saveLessonDraft } from '#lib/server/authoring/save-lesson-draft.ts';
import { action } from '#lib/server/door/action.ts';
import { one } from '#lib/server/door/form-values.ts';

const LessonForm = z.object({ track: one(TrackName), lesson: one(LessonName) });

export const openLesson = action(
  LessonForm,
  openDraft,
  async (_draft, { track, lesson }): Promise<null> => redirect(`/author/${track}/${lesson}`),
);

export const saveDraft = action(SaveDraftForm, saveLessonDraft, async (saved) => {
  if (saved.kind === 'saved') refresh();
  return saved;
});

export const publish = action(PublishDraftForm, publishDraft, async ({ kind }) => {
  refresh();
  return kind;
});

export const propose = action(ProposeForm, proposeDraft, async ({ kind }) => {
  refresh();
  return kind;
});

export const rebase = action(RebaseDraftForm, rebaseDraft, async (): Promise<null> => {
  refresh();
  return null;
});

export const discardDraft = action(LessonForm, discard, async (): Promise<null> => redirect('/author'));

export const decide = action(DecideForm, decideProposal, async ({ kind }) => {
  refresh();
  return kind;
});

export const restore = action(RestoreForm, restoreRevision, async ({ kind }) => {
  refresh();
  return kind;
});
