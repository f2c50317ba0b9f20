import type { SessionUser } from '#lib/access/user.ts';
import type { Chance } from '#lib/chance/chance.ts';
import { chance } from '#lib/chance/chance.ts';
import { type Answer, itemType } from '#lib/item/registry.ts';
import type { FoundItem } from '#lib/lesson/library.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import { openHint } from '#lib/server/sitting/open-hint.ts';
import { askedItem } from '#lib/sitting/asked-item.ts';
import type { ServedItem } from '#lib/sitting/served-item.ts';
import { type Character, chanceOfRight } from './character.ts';
import { happens } from './odds.ts';
import { type Page, postAnswer } from './post-answer.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** A simulated student at work. */
export interface Learner {
  readonly world: SimulatedWorld;
  readonly user: SessionUser;
  readonly character: Character;
  readonly chance: Chance;
}

type Recorded = Extract<SubmitReply, { kind: 'recorded' }>;

/** Opens the next hint of an item. */
export async function requestHint(
  { world, user }: Learner,
  { address }: Page,
  itemId: string,
): Promise<Recorded> {
  const { lessonId: lesson, activity, ordinal: sitting } = address;
  const asked = await openHint(world, user, { lesson, activity, sitting, item: itemId });
  if (!asked.ok) throw new Error(`A simulated student was refused a hint of ${itemId}: ${asked.reason}`);
  return recorded(asked.value, itemId);
}

/** Submits an answer that is right as often as the student's ability allows. Throws when it is refused. */
export async function submitAnswer(
  learner: Learner,
  page: Page,
  found: FoundItem,
  state: ServedItem['state'],
): Promise<Recorded> {
  const { id } = found.item;
  const asked = askedItem(found, page.seed, undefined);
  const given = chooseAnswer(learner, asked, state);
  const posted = await postAnswer(learner.world, learner.user, {
    page,
    item: asked.item,
    idempotencyKey: state.idempotencyKey,
    answer: given,
  });
  if (!posted.ok) throw new Error(`A simulated answer to ${id} was refused: ${posted.reason}`);
  return recorded(posted.value, id);
}

/** Chooses an answer; more than half of the wrong ones share one misconception. */
function chooseAnswer(
  { character, chance: own }: Learner,
  found: FoundItem,
  state: ServedItem['state'],
): Answer {
  const { item, lesson, activity } = found;
  const ability = character.ability(lesson.id, activity);
  const right = happens(own, chanceOfRight(item, ability, state.used, state.hints.length));
  const idea = !right && happens(own, 0.55) ? chance(`${item.id}/idea`) : own;
  const { exampleAnswer, nextStep } = itemType(item.type);
  const given = exampleAnswer(item.body, found.secret.open().key, right, idea);
  return nextStep?.(given, state.answer) ?? given;
}

function recorded(submitted: SubmitReply, itemId: string): Recorded {
  if (submitted.kind !== 'recorded')
    throw new Error(`The answer to ${itemId} is not recorded: ${submitted.message}`);
  return submitted;
}
