import { AddressFields } from '#components/item/form/address-fields.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import type { Recommendation } from '#lib/progress/recommend-next.ts';
import type { SittingView } from '#lib/progress/sitting-view.ts';
import type { RetryRefusal } from '#lib/sitting/refusals.ts';
import type { SittingAddress } from '#lib/sitting/served-item.ts';
import { SittingFormError } from './sitting-form-error.tsx';
import type { SittingText } from './sitting-text.ts';

export interface ResultLinksProps<R extends string> {
  address: SittingAddress;
  words: SittingText;
  lessonHref: string;
  starting: SentForm<SittingView, R>;
  /** Null when nothing was missed, or when missed items cannot be retried alone. */
  retrying: SentForm<SittingView | null, RetryRefusal> | null;
  /** Null except for a test without a clear verdict. */
  continuing: SentForm<SittingView, R> | null;
  /** What to do next; shown first. */
  recommendation: Recommendation | null;
}

/** The next steps: what is recommended or a retry of what was missed as buttons; below, less loud, the lesson and a new start. */
export function ResultLinks<R extends string>(props: ResultLinksProps<R>) {
  const { address, words, lessonHref, starting, retrying, continuing, recommendation } = props;
  const next = recommendation?.to;
  const isFirst = continuing === null && retrying === null && !next;
  return (
    <div className="no-print grid gap-y-1.5">
      <div className="flex flex-wrap items-center gap-3">
        {continuing ? (
          <form {...continuing.form} className="contents">
            <AddressFields address={address} />
            <Button pending={continuing.pending}>Answer more questions now</Button>
            <SittingFormError sent={continuing} />
          </form>
        ) : null}
        {next ? (
          <ButtonLink href={next.href} kind={continuing ? 'quiet' : 'primary'} icon="arrow-right" after>
            Next: {next.title}
          </ButtonLink>
        ) : null}
        {retrying ? (
          <form {...retrying.form} className="contents">
            <AddressFields address={address} />
            <Button kind={next ? 'quiet' : 'primary'} pending={retrying.pending}>
              Retry the missed questions
            </Button>
            <SittingFormError sent={retrying} />
          </form>
        ) : null}
        {isFirst ? <ButtonLink href={lessonHref}>Back to the lesson</ButtonLink> : null}
      </div>
      <div className="-ms-4 flex flex-wrap items-center">
        {isFirst ? null : (
          <ButtonLink href={lessonHref} kind="bare">
            Back to the lesson
          </ButtonLink>
        )}
        <form {...starting.form} className="contents">
          <AddressFields address={address} />
          {words.mayStartAgain ? (
            <Button kind="bare" pending={starting.pending}>
              {words.again}
            </Button>
          ) : null}
          {words.againAbout ? <span className="ms-4 text-sm text-ink-soft">{words.againAbout}</span> : null}
          <SittingFormError sent={starting} />
        </form>
      </div>
    </div>
  );
}
