import { GuestAnswersNotice } from '#components/account/guest-answers-notice.tsx';
import { currentLearner } from '#lib/server/door/session.ts';
import { countGuestAnswers } from '#lib/server/guest/forget-guest.ts';
import { world } from '#lib/server/host/process-world.ts';
import { forgetGuestAnswers } from './actions.ts';

/** What becomes of the answers that this browser has given as a guest; nothing without them. */
export async function GuestAnswers({ page }: { page: 'sign-in' | 'sign-up' }) {
  const learner = await currentLearner();
  if (learner?.role !== 'guest') return null;
  const answers = await countGuestAnswers(await world(), learner);
  return answers > 0 ? <GuestAnswersNotice {...{ answers, page }} forget={forgetGuestAnswers} /> : null;
}
