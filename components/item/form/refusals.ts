import type { HintRefusal, SubmitRefusal } from '#lib/sitting/refusals.ts';

/** Why something was refused and what to do; `reload` offers the page anew. */
export interface RefusalWords {
  readonly text: string;
  readonly reload: boolean;
}

const gone = {
  text: 'This question is no longer here. Reload the page to see what took its place.',
  reload: true,
};
const notOpen = { text: 'This is not open now. Reload the page and start it from there.', reload: true };
const outside = {
  text: 'This question does not belong to what you have open now. Reload the page to go on where you are.',
  reload: true,
};

export const submitRefusals: Readonly<Record<SubmitRefusal, RefusalWords>> = {
  'not-found': gone,
  'not-open': notOpen,
  outside,
  stale: {
    text: 'The question was changed after you opened it. Reload the page to answer its new version; this cost you no try.',
    reload: true,
  },
  settled: { text: 'This question is settled already. Reload the page to see how it went.', reload: true },
  'no-attempts': {
    text: 'All tries for this question are used. Reload the page to see the solution.',
    reload: true,
  },
  late: {
    text: 'The time was over when this answer arrived. What you checked or what was saved in time counts. Go on with the next.',
    reload: false,
  },
  'key-reused': {
    text: 'Another answer to this question came from you a moment earlier, perhaps from a second window. Reload the page to see which one counts.',
    reload: true,
  },
  'not-checked': {
    text: 'Your program could not be checked just now, because too much is running here. Nothing was counted: wait a moment and check it again.',
    reload: false,
  },
};

export const hintRefusals: Readonly<Record<HintRefusal, RefusalWords>> = {
  'not-found': gone,
  'not-open': notOpen,
  outside,
  settled: { text: 'This question is settled, so its hints are closed.', reload: false },
  'no-hints': { text: 'There are no more hints for this question.', reload: false },
};

export const notSentWords: RefusalWords = {
  text: 'Your answer did not reach us. It is still here: check the connection and press the button again. Nothing counts before it arrives, and nothing twice.',
  reload: false,
};

export const outdatedWords: RefusalWords = {
  text: 'Surefoot was updated. The page loads anew with what you typed; then press the button again. This cost you no try.',
  reload: true,
};

export const invalidWords: RefusalWords = {
  text: 'Something in this form could not be read. Reload the page and answer again; this cost you no try.',
  reload: true,
};
