'use server';

import { refresh } from 'next/cache';
import { action } from '#lib/server/door/action.ts';
import { deleteNote, NoteForm, RemoveNoteForm, saveNote } from '#lib/server/notes/save-note.ts';

export const writeNote = action(NoteForm, saveNote, async () => {
  refresh();
  return null;
});

export const eraseNote = action(RemoveNoteForm, deleteNote, async () => {
  refresh();
  return null;
});
