import { GuestLine } from '#components/account/guest-line.tsx';
import { SampleCard } from '#components/home/sample-card.tsx';
import { LazyItemForm } from '#components/item/form/lazy-item-form.tsx';
import { sentItem } from '#components/item/form/sent-item.ts';
import { currentLearner } from '#lib/server/door/session.ts';
import { env } from '#lib/server/host/env.ts';
import type { SampleQuestion } from '#lib/server/sitting/sample-question.ts';
import { answerSample, openSampleHint } from './actions.ts';

/** The question of first contact with its form, and what its answer says. */
export async function Sample({ sample }: { sample: SampleQuestion }) {
  const { lesson, more, item, address, verdict } = sample;
  const guest = await currentLearner();
  return (
    <SampleCard
      {...{ lesson, more, verdict }}
      isSettled={item.state.settled}
      keep={guest ? <GuestLine path={more.href} signUp={env().signUp} /> : null}
    >
      <LazyItemForm
        {...(await sentItem(item))}
        address={address}
        action={answerSample}
        hintAction={openSampleHint}
        signedIn
        userId={guest?.id ?? null}
        signInHref="/signin"
      />
    </SampleCard>
  );
}
