import { ReloadLink } from '#components/item/form/reload-link.tsx';
import type { SentForm } from '#components/item/form/use-form.ts';
import { formProblem } from '#lib/form-state.ts';
import { testsPerDay } from '#lib/mastery/retake-rule.ts';

/** Why a sitting could not be started or continued, and what the learner can do. */
export function SittingFormError<T, R extends string>({ sent }: { sent: SentForm<T, R> }) {
  const { state, notSent, outdated } = sent;
  const problem = notSent || outdated ? undefined : formProblem(state);
  const refused = !notSent && !outdated && !problem && state?.ok === false ? state.reason : null;
  return (
    <p role="status" className="mt-3 empty:hidden">
      {notSent ? 'The server could not be reached. Check your connection and press the button again.' : null}
      {problem}
      {outdated ? (
        <>
          Surefoot was updated. <ReloadLink /> to continue.
        </>
      ) : null}
      {refused === 'tested-enough'
        ? `You have started ${testsPerDay} tests of this lesson today. You may take another one tomorrow.`
        : null}
      {refused && refused !== 'tested-enough' ? (
        <>
          This has changed since you opened the page, perhaps in another window. <ReloadLink /> to continue.
        </>
      ) : null}
    </p>
  );
}
