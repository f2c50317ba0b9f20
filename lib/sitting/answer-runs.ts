import { type Answer, itemType } from '#lib/item/registry.ts';
import type { Run, RunOutcome } from '#lib/item/run.ts';
import type { FoundItem } from '#lib/lesson/library.ts';

/** The outcomes of an answer's programs, which grading needs. */
export type RunReports = readonly RunOutcome[];

/** The programs that have to be run before an answer can be graded; none for most kinds of item. */
export function programsOf({ item, secret }: FoundItem, answer: Answer): readonly Run[] {
  return itemType(item.type).runs?.programs(item.body, secret.open().key, answer) ?? [];
}

/** The answer as it is stored and graded; null when its programs have to be run and were not. */
export function withReports(found: FoundItem, answer: Answer, reports: RunReports | null): Answer | null {
  const { runs } = itemType(found.item.type);
  if (!runs || programsOf(found, answer).length === 0) return answer;
  return reports && runs.withOutcomes(found.secret.open().key, answer, reports);
}

/** A stored answer as the user sent it. */
export function withoutReports(found: FoundItem, answer: Answer): Answer {
  return itemType(found.item.type).runs?.asSubmitted(answer) ?? answer;
}
