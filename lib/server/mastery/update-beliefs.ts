import {
  findItemBelief,
  findOffsetBelief,
  lockConceptBelief,
  recordConceptBelief,
  recordItemBelief,
  recordOffsetBelief,
} from '#db/beliefs.ts';
import type { Tx } from '#db/client.ts';
import type { Person } from '#db/standings.ts';
import { type BeliefEntry, nextBeliefs } from '#lib/mastery/answer-beliefs.ts';
import type { Belief } from '#lib/mastery/belief.ts';
import { knowledgeModel } from '#lib/mastery/knowledge.ts';

/** What is believed of a user's ability, and the clock of the last answer. */
export interface ClockedAbility extends Belief {
  readonly clock: number;
}

interface Answered extends BeliefEntry {
  readonly lessonId: string;
  readonly itemId: string;
}

/**
 * Updates the beliefs about a user, whose row is locked, a lesson and an item with one graded answer. Returns the
 * user's new ability, which the caller stores, with the logical clock of the answer, which orders the ledger.
 */
export async function updateBeliefs(tx: Tx, person: Person, answered: Answered): Promise<ClockedAbility> {
  const { lessonId, itemId } = answered;
  const learner = { userId: person.id, lessonId };
  const concept = await lockConceptBelief(tx, { lessonId, ...knowledgeModel.concept, clock: 0 });
  const ability = { mean: person.abilityMean, variance: person.abilityVariance };
  const [offset, item] = [await findOffsetBelief(tx, learner), await findItemBelief(tx, itemId)];
  const updated = nextBeliefs({ ability, offset, concept, item }, answered);
  const clock = Math.max(person.ledgerClock, concept.clock) + 1;
  await recordConceptBelief(tx, { lessonId, ...updated.concept, clock });
  await recordItemBelief(tx, { itemId, lessonId, ...updated.item });
  await recordOffsetBelief(tx, { ...learner, ...updated.offset });
  return { ...updated.ability, clock };
}

/** The ability and clock of a user after an answer that is not graded and so changes no belief. */
export function advanceClock({ abilityMean, abilityVariance, ledgerClock }: Person): ClockedAbility {
  return { mean: abilityMean, variance: abilityVariance, clock: ledgerClock + 1 };
}
