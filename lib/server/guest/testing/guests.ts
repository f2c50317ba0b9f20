import type { SessionUser } from '#lib/access/user.ts';
import { answerForm } from '#lib/cli/demo/post-answer.ts';
import type { Answer } from '#lib/item/registry.ts';
import { formFields } from '#lib/server/door/form-values.ts';
import { guestToken } from '#lib/server/guest/guest-token.ts';
import { startGuest } from '#lib/server/guest/start-guest.ts';
import { Submission } from '#lib/server/sitting/submission.ts';
import type { TestWorld } from '#tests/people.ts';
import { recorded, workflow, yes } from '#tests/workflow.ts';

let numbers = 0;
const next = () => {
  numbers += 1;
  return numbers;
};

/** An address from which nothing has come yet. */
export const newAddress = () => `2001:db8:${next().toString(16)}::1`;

/** A new account as its form is filled in. */
export const newAccount = () => ({
  userName: `claimed-${next()}`,
  displayName: 'Ada',
  password: 'kettle moon ladder',
});

/** Guests in the lesson of the fixture course. */
export function guestsOf(world: TestWorld) {
  const course = workflow(world, { msPerAnswer: 20_000 });

  /** A guest who has answered one question right and one wrong. */
  async function guestWithAnswers(): Promise<SessionUser> {
    const started = await startGuest(world, newAddress());
    if (!started.ok) throw new Error(started.reason);
    recorded(await course.answer(started.value, 'practice', 'practice-order', 'right'));
    recorded(await course.answer(started.value, 'try', 'try-2', 'wrong'));
    return started.value;
  }

  /** A browser that holds the cookie of this guest. */
  const browserOf = (guest: Pick<SessionUser, 'id'>) => ({
    address: newAddress(),
    guest: guestToken(world, guest.id),
  });

  /** What a page that was served to this user posts for `try-1`. */
  async function postedFor(
    user: Pick<SessionUser, 'id'> & Partial<Pick<SessionUser, 'role'>>,
    answer: Answer = yes,
  ): Promise<Submission> {
    const page = await course.contextOf(user, 'try');
    const { item } = await course.itemOf('try-1');
    const form = answerForm({ page, item, idempotencyKey: world.newId(), answer });
    return Submission.parse(formFields(form));
  }

  return { ...course, guestWithAnswers, browserOf, postedFor };
}
