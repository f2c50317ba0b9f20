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
import { type BeliefEntry, beliefsAfter } from '#lib/mastery/answer-beliefs.ts';
import { knowledgeModel } from '#lib/mastery/knowledge.ts';

interface Answered extends BeliefEntry {
  readonly lessonId: string;
  readonly itemId: string;
}

/**
 * Moves what is believed of a person, whose row is locked, of the lesson and of the item by one graded answer. Returns
 * the answer's clock.
 */
export async function updateBeliefs(tx: Tx, person: Person, answered: Answered): Promise<number> {
  const { lessonId, itemId } = answered;
  const at = { userId: person.id, lessonId };
  const concept = await lockConceptBelief(tx, { lessonId, ...knowledgeModel.concept, clock: 0 });
  const ability = { mean: person.abilityMean, variance: person.abilityVariance };
  const [offset, item] = [await findOffsetBelief(tx, at), await findItemBelief(tx, itemId)];
  const after = beliefsAfter({ ability, offset, concept, item }, answered);
  const clock = Math.max(person.ledgerClock, concept.clock) + 1;
  await recordAbility(tx, person.id, { ...after.ability, clock });
  await recordConceptBelief(tx, { lessonId, ...after.concept, clock });
  await recordItemBelief(tx, { itemId, lessonId, ...after.item });
  await recordOffsetBelief(tx, { ...at, ...after.offset });
  return clock;
}

/** An answer that nobody can fail moves no belief; returns its clock. */
export async function advanceClock(tx: Tx, { id, abilityMean, abilityVariance, ledgerClock }: Person) {
  const clock = ledgerClock + 1;
  await recordAbility(tx, id, { mean: abilityMean, variance: abilityVariance, clock });
  return clock;
}
