import { KeptAnswersNotice } from '#components/account/kept-answers-notice.tsx';
import { currentUser } from '#lib/server/door/session.ts';
import { keptAnswers } from '#lib/server/guest/kept-answers.ts';
import { world } from '#lib/server/host/process-world.ts';

/** Says on the page after signing up what the new account keeps; nothing for everybody else. */
export async function KeptAnswers() {
  const user = await currentUser();
  const kept = user && (await keptAnswers(await world(), user));
  return kept ? <KeptAnswersNotice {...kept} /> : null;
}
