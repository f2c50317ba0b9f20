'use client';

import { useState } from 'react';
import { useForm } from '#components/item/form/use-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { AuthoringRefusal, DraftSave } from '#lib/lesson/authoring.ts';
import type { LessonRef } from '#lib/lesson/lesson-files.ts';
import { sentProblem } from './sent-problem.ts';

export interface DraftFormProps extends LessonRef {
  action: FormAction<DraftSave, AuthoringRefusal>;
  /** The file, by its path in the lesson's folder. */
  name: string;
  text: string;
  saves: number;
  base: number;
}

/** The text of one file of a draft, with a button that saves it. */
export function DraftForm({ action, track, lesson, name, text, saves, base }: DraftFormProps) {
  const sent = useForm(action);
  const [typed, setTyped] = useState(text);
  const reply = sent.state?.ok ? sent.state.value : null;
  const problem = sentProblem(sent);
  return (
    <form {...sent.form} className="grid gap-3">
      <input type="hidden" name="track" value={track} />
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="saves" value={reply?.saves ?? saves} />
      <label htmlFor="draft-text" className="font-semibold">
        Text of {name}
      </label>
      <textarea
        id="draft-text"
        name="text"
        dir="auto"
        rows={24}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        className="block w-full rounded-md border border-line-strong bg-paper-raised p-3 font-code text-sm"
      />
      {reply?.kind === 'conflict' ? (
        <Notice kind="unsure" title="Saved elsewhere meanwhile" live>
          <p>
            This file was saved in another window. Nothing was overwritten. Save again to keep your text, or
            take over what you need from the other one:
          </p>
          <pre className="max-h-96 overflow-auto text-sm whitespace-pre-wrap">
            <code>{reply.theirs ?? 'The file was removed.'}</code>
          </pre>
        </Notice>
      ) : null}
      {problem ? (
        <Notice kind="wrong" title="Not saved" live>
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <Button pending={sent.pending}>Save the draft</Button>
        <p role="status" className="text-sm text-ink-soft">
          {reply?.kind === 'saved' ? 'Saved. Only you see the draft.' : ''}
        </p>
      </div>
    </form>
  );
}
