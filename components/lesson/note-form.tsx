'use client';

import { errorOf, refusalOf, useAccountForm } from '#components/account/use-account-form.ts';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import type { FormAction } from '#lib/form-state.ts';

export type NoteRefusal = 'no-passage' | 'too-many';

const refusals: Record<NoteRefusal, string> = {
  'no-passage': 'This passage no longer exists.',
  'too-many': 'You have very many notes. Remove one first.',
};

export interface NoteFormProps {
  save: FormAction<unknown, NoteRefusal>;
  lesson: string;
  /** The passages to choose from; with one, there is no choice. */
  passages: readonly { readonly passage: string; readonly title: string }[];
  body: string;
  /** The loudest button of its page. */
  primary: boolean;
}

/** Writes a note on a passage; left empty, it is a bookmark. */
export function NoteForm({ save, lesson, passages, body, primary }: NoteFormProps) {
  const { state, pending, form } = useAccountForm(save);
  const refusal = refusalOf(state);
  const error = errorOf(state, 'body') ?? errorOf(state, '') ?? (refusal ? refusals[refusal] : undefined);
  const [only] = passages;
  return (
    <form {...form} className="grid max-w-measure gap-4">
      <input type="hidden" name="lesson" value={lesson} />
      {passages.length === 1 && only ? (
        <input type="hidden" name="passage" value={only.passage} />
      ) : (
        <SelectField name="passage" label="Passage">
          {passages.map(({ passage, title }) => (
            <option key={passage} value={passage}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      <label className="grid gap-1.5">
        <span className="font-semibold">Note to self</span>
        <textarea
          name="body"
          rows={4}
          maxLength={4000}
          dir="auto"
          defaultValue={body}
          className="w-full rounded-md border border-line-strong bg-paper-raised p-3"
        />
        <span className="text-sm text-ink-soft">Only you see it. Left empty, it is a bookmark.</span>
      </label>
      {error ? (
        <p role="alert" className="text-wrong">
          {error}
        </p>
      ) : null}
      <div className="flex items-center gap-4">
        <Button kind={primary ? 'primary' : 'quiet'} pending={pending}>
          Save the note
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {state?.ok ? 'Saved.' : ''}
        </span>
      </div>
    </form>
  );
}
