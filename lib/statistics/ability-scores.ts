import type { AnswerList } from './answer-list.ts';
import { type ItemParameters, irtNodes, itemTables, personPosterior } from './irt-model.ts';
import type { Nodes } from './normal-nodes.ts';

/** A person's ability in standard deviations of the group: the mean of the posterior and its standard deviation. */
export interface AbilityScore {
  readonly ability: number;
  readonly se: number;
}

/** Expected-a-posteriori scores (Bock and Mislevy, Applied Psychological Measurement 6, 1982); finite for all-right too. */
export function abilityScores(
  answers: AnswerList,
  parameters: ItemParameters,
  nodes: Nodes = irtNodes,
): AbilityScore[] {
  const tables = itemTables(parameters, nodes);
  const weights = new Float64Array(nodes.points.length);
  return Array.from({ length: answers.people }, (_, person) => {
    personPosterior(answers, { person, tables, nodes, weights });
    const ability = weights.reduce((sum, weight, node) => sum + weight * (nodes.points[node] ?? 0), 0);
    const square = weights.reduce((sum, weight, node) => sum + weight * (nodes.points[node] ?? 0) ** 2, 0);
    return { ability, se: Math.sqrt(Math.max(0, square - ability ** 2)) };
  });
}
