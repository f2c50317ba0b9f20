import type { NewUser, User } from '#db/users.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { chance } from '#lib/chance/chance.ts';
import { type Page, postAnswer } from '#lib/cli/demo/post-answer.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { SittingView, SubmitReply } from '#lib/progress/sitting-view.ts';
import type { Result } from '#lib/result.ts';
import { findActivityContext } from '#lib/server/sitting/find-activity-context.ts';
import { openNextItem, startSitting } from '#lib/server/sitting/start-sitting.ts';
import { viewSitting } from '#lib/server/sitting/view-sitting.ts';
import type { ActivityContext, ActivityName } from '#lib/sitting/activity-context.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import type { SubmitRefusal } from '#lib/sitting/refusals.ts';
import { fixtureLessonId } from './fixture-course.ts';
import { addPerson, type TestWorld } from './people.ts';

/** The answer to a choice question of the fixture course that is right. */
export const yes: Answer = { options: ['yes'] };
/** The answer to a choice question of the fixture course that is wrong. */
export const no: Answer = { options: ['no'] };

/** An activity of the fixture lesson, as forms name it. */
export const inFixture = (activity: string): ActivityName => ({ lesson: fixtureLessonId, activity });

export type Recorded = Extract<SubmitReply, { kind: 'recorded' }>;

/** The reply to an answer that must have been graded. */
export function recorded(result: Result<SubmitReply, SubmitRefusal>): Recorded {
  if (!result.ok) throw new Error(`The answer was refused: ${result.reason}`);
  if (result.value.kind !== 'recorded') throw new Error(result.value.message);
  return result.value;
}

/**
 * What workflow tests do in the lesson of the fixture course: make users, answer items and take a challenge or test.
 * `msPerAnswer` is the time that passes before each answer.
 */
export function workflow(world: TestWorld, { msPerAnswer = 0 } = {}) {
  const { db } = world.database;
  let users = 0;

  /** A user with a new user name, by default an ordinary student. */
  async function newUser(fields: Partial<NewUser> = {}): Promise<User> {
    users += 1;
    return addPerson(world, { userName: `person-${users}`, ...fields });
  }

  async function itemOf(itemId: string): Promise<FoundItem> {
    const found = (await world.library()).item(itemId);
    if (!found) throw new Error(`There is no item ${itemId}`);
    return found;
  }

  /** An activity as the user has it now; `activity` may be a test or drill. */
  async function contextOf(
    user: Pick<SessionUser, 'id'> & Partial<Pick<SessionUser, 'role'>>,
    activity: string,
  ): Promise<ActivityContext> {
    const context = await findActivityContext(db, world, {
      userId: user.id,
      isGuest: user.role === 'guest',
      name: inFixture(activity),
      now: world.now(),
    });
    if (!context) throw new Error(`There is no activity ${activity}`);
    return context;
  }

  /**
   * Posts an answer, given with the author's ids, or the kind's example of a right or wrong one. `where` is the
   * activity, or a page of it that was loaded earlier.
   */
  async function answer(
    user: SessionUser,
    where: string | Page,
    itemId: string,
    given: Answer | 'right' | 'wrong',
    { idempotencyKey = world.newId() } = {},
  ): Promise<Result<SubmitReply, SubmitRefusal>> {
    const found = await itemOf(itemId);
    if (msPerAnswer > 0) world.pass(msPerAnswer);
    const page = typeof where === 'string' ? await contextOf(user, where) : where;
    const asked = askedItem(found, page.seed, undefined);
    return postAnswer(world, user, {
      page,
      item: asked.item,
      idempotencyKey: idempotencyKey,
      answer: typeof given === 'string' ? exampleOf(asked, given) : given,
    });
  }

  /** The user's challenge or test. */
  async function view(user: SessionUser, activity: string): Promise<SittingView> {
    return viewSitting(db, await contextOf(user, activity), world.now());
  }

  /**
   * Answers an open challenge or test to its end, where `isRight` gets the number of each question, from 1. A wrong
   * answer is repeated until no attempt is left. Returns every reply and the closed sitting.
   */
  async function answerAll(
    user: SessionUser,
    activity: 'challenge' | 'test',
    isRight: (question: number) => boolean,
  ): Promise<{ replies: Recorded[]; sitting: SittingView }> {
    const replies: Recorded[] = [];
    for (;;) {
      if ((await view(user, activity)).mayOpenNext) await openNextItem(world, user, inFixture(activity));
      const sitting = await view(user, activity);
      if (sitting.status === 'closed') return { replies, sitting };
      if (!sitting.current) throw new Error(`The ${activity} has no open item`);
      const question = sitting.statuses.filter((mark) => mark !== 'todo' && mark !== 'current').length + 1;
      const given = isRight(question) ? 'right' : 'wrong';
      replies.push(recorded(await answer(user, activity, sitting.current.id, given)));
    }
  }

  /** Starts a challenge or test and answers it to its end. */
  async function sit(...[user, activity, isRight]: Parameters<typeof answerAll>) {
    const started = await startSitting(world, user, inFixture(activity));
    if (!started.ok) throw new Error(`The ${activity} did not start: ${started.reason}`);
    return answerAll(user, activity, isRight);
  }

  return { newUser, itemOf, contextOf, answer, view, answerAll, sit };
}

function exampleOf({ item, secret }: FoundItem, given: 'right' | 'wrong'): Answer {
  return itemType(item.type).exampleAnswer(item.body, secret.open().key, given === 'right', chance(item.id));
}
