import { Disclosure } from '#components/ui/disclosure.tsx';
import { Field } from '#components/ui/field.tsx';
import type { FormAction } from '#lib/form-state.ts';
import type { AuthoringRefusal, FileDiff, ProposalView } from '#lib/lesson/authoring.ts';
import { FileChanges } from './file-changes.tsx';
import { LessonForm } from './lesson-form.tsx';

export interface ProposalCardProps {
  action: FormAction<unknown, AuthoringRefusal>;
  proposal: ProposalView;
  diffs: readonly FileDiff[];
}

/** An open proposal: who offers what and why, what it changes, and what the reader may decide. */
export function ProposalCard({ action, proposal, diffs }: ProposalCardProps) {
  const { id, track, lesson, authorName, reason, mayDecide, isOwn } = proposal;
  return (
    <article className="grid gap-3">
      <h3 className="text-lg">
        {track}: {lesson}
      </h3>
      <p className="max-w-measure">
        <bdi>{authorName}</bdi>: <bdi>{reason}</bdi>
      </p>
      <Disclosure summary="What it changes">
        <FileChanges diffs={diffs} />
      </Disclosure>
      {mayDecide ? (
        <>
          <LessonForm action={action} label="Publish it" hidden={{ proposal: id, decision: 'accepted' }} />
          <LessonForm
            action={action}
            label="Decline it"
            hidden={{ proposal: id, decision: 'declined' }}
            danger
          >
            <Field name="note" label="Note to the author" hint="Optional." maxLength={500} />
          </LessonForm>
        </>
      ) : null}
      {isOwn ? (
        <LessonForm action={action} label="Withdraw it" hidden={{ proposal: id, decision: 'withdrawn' }} />
      ) : null}
    </article>
  );
}
