import type { HintRefusal, SubmitRefusal } from '#lib/sitting/refusals.ts';
import type { RefusalWords } from './not-accepted.tsx';

const gone = {
  text: 'This question has been removed. Reload the page to see what replaced it.',
  reload: true,
};
const notOpen = { text: 'This is not open. Reload the page and start it from there.', reload: true };
const outside = {
  text: 'This question is not part of what you have open now. Reload the page to continue.',
  reload: true,
};

const accountNeeded = {
  text: 'This needs an account. Sign in or make one, and answer again.',
  reload: false,
};
const tooMany = {
  text: 'There are very many answers without an account at this moment. Nothing was counted: wait a while and send it again, or sign in.',
  reload: false,
};

export const submitRefusals: Readonly<Record<SubmitRefusal, RefusalWords>> = {
  'not-found': gone,
  'not-open': notOpen,
  outside,
  stale: {
    text: 'The question was changed after you opened it. Reload the page to answer its new version; this did not use an attempt.',
    reload: true,
  },
  settled: { text: 'This question is already finished. Reload the page to see how it went.', reload: true },
  'no-attempts': {
    text: 'You have used all attempts at this question. Reload the page to see the solution.',
    reload: true,
  },
  late: {
    text: 'Time was up when this answer arrived. The last answer that you checked or that was saved in time counts. Continue with the next.',
    reload: false,
  },
  'key-reused': {
    text: 'You sent another answer to this question a moment earlier, perhaps from another window. Reload the page to see which one counts.',
    reload: true,
  },
  'not-checked': {
    text: 'Your program could not be checked because the server is busy. Nothing was counted: wait a moment and check it again.',
    reload: false,
  },
  'account-needed': accountNeeded,
  'too-many': tooMany,
};

export const hintRefusals: Readonly<Record<HintRefusal, RefusalWords>> = {
  'not-found': gone,
  'not-open': notOpen,
  outside,
  settled: { text: 'This question is finished, so it has no more hints to open.', reload: false },
  'no-hints': { text: 'There are no more hints for this question.', reload: false },
  'account-needed': accountNeeded,
  'too-many': tooMany,
};

export const invalidWords: RefusalWords = {
  text: 'This form could not be read. Reload the page and answer again; this did not use an attempt.',
  reload: true,
};
