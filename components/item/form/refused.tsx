import type { FormState } from '#lib/form-state.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { HintRefusal, SubmitRefusal } from '#lib/sitting/refusals.ts';
import { NotAccepted } from './not-accepted.tsx';
import { hintRefusals, invalidWords, submitRefusals } from './refusals.ts';

export type Failed<R extends string> = Extract<FormState<SubmitReply, R>, { ok: false }>;

/** Why the server has not accepted an answer. */
export function RefusedAnswer({ state }: { state: Failed<SubmitRefusal> }) {
  if (state.reason !== 'invalid') return <NotAccepted words={submitRefusals[state.reason]} />;
  const own = state.fields['']?.[0];
  return <NotAccepted words={own ? { text: own, reload: true } : invalidWords} />;
}

/** Why the server has not opened a hint. */
export function RefusedHint({ state }: { state: Failed<HintRefusal> }) {
  if (state.reason !== 'invalid') return hintRefusals[state.reason].text;
  return state.fields['']?.[0] ?? invalidWords.text;
}
