import {
  findItemBelief,
  findOffsetBelief,
  lockConceptBelief,
  recordConceptBelief,
  recordItemBelief,
  recordOffsetBelief,
} from '#db/beliefs.ts';
import type { Tx } from '#db/client.ts';
import { type Person, recordAbility } from '#db/standings.ts';
import { type BeliefEntry, nextBeliefs } from '#lib/mastery/answer-beliefs.ts';
import { knowledgeModel } from '#lib/mastery/knowledge.ts';

interface Answered extends BeliefEntry {
  readonly lessonId: string;
  readonly itemId: string;
}

/**
 * Updates the beliefs about a user, whose row is locked, a lesson and an item with one graded answer. Returns the logical
 * clock of the answer, which orders the ledger.
 */
export async function updateBeliefs(tx: Tx, person: Person, answered: Answered): Promise<number> {
  const { lessonId, itemId } = answered;
  const learner = { userId: person.id, lessonId };
  const concept = await lockConceptBelief(tx, { lessonId, ...knowledgeModel.concept, clock: 0 });
  const ability = { mean: person.abilityMean, variance: person.abilityVariance };
  const [offset, item] = [await findOffsetBelief(tx, learner), await findItemBelief(tx, itemId)];
  const updated = nextBeliefs({ ability, offset, concept, item }, answered);
  const clock = Math.max(person.ledgerClock, concept.clock) + 1;
  await recordAbility(tx, person.id, { ...updated.ability, clock });
  await recordConceptBelief(tx, { lessonId, ...updated.concept, clock });
  await recordItemBelief(tx, { itemId, lessonId, ...updated.item });
  await recordOffsetBelief(tx, { ...learner, ...updated.offset });
  return clock;
}

/** Advances a user's clock for an answer that is not graded and so changes no belief. Returns the clock. */
export async function advanceClock(tx: Tx, { id, abilityMean, abilityVariance, ledgerClock }: Person) {
  const clock = ledgerClock + 1;
  await recordAbility(tx, id, { mean: abilityMean, variance: abilityVariance, clock });
  return clock;
}
