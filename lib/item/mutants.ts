import type { ProofCheck, ProofPlan, Trial } from './proof.ts';

/** A plan with a fault planted in its key, which running must show. */
export interface Mutant {
  readonly what: string;
  readonly plan: ProofPlan;
}

/** Of one item: keys that are moved to another answer. The answers nearest to the right one come first. */
const mostMoved = 12;

/** The item with its key moved to other answers, or with another output stated. */
export function mutantsOf(plan: ProofPlan): Mutant[] {
  return [...movedKeys(plan), ...changedOutputs(plan), ...changedChecks(plan)];
}

function movedKeys(plan: ProofPlan): Mutant[] {
  const wrong = plan.trials.filter(({ isRight }) => !isRight).slice(0, mostMoved);
  return wrong.map((key) => {
    const others = plan.trials
      .filter((trial) => trial !== key)
      .map((trial) => ({ ...trial, isRight: false }));
    return {
      what: `the key is ${key.answer}`,
      plan: { ...plan, trials: [{ ...key, isRight: true }, ...others] },
    };
  });
}

function changedOutputs(plan: ProofPlan): Mutant[] {
  const [key, ...others] = plan.trials;
  if (key?.prints === undefined) return [];
  return changesOf(key.prints).map((prints) => {
    const changed: Trial = { ...key, prints };
    return { what: `the key says «${prints}»`, plan: { ...plan, trials: [changed, ...others] } };
  });
}

function changedChecks(plan: ProofPlan): Mutant[] {
  return plan.checks.flatMap((check) =>
    changedRuns(check).map((changed) => ({
      what: `the check «${check.id}» wants something else`,
      plan: { ...plan, checks: plan.checks.map((one) => (one === check ? changed : one)) },
    })),
  );
}

function changedRuns(check: ProofCheck): ProofCheck[] {
  const { run } = check;
  if (!run) return [];
  const { prints, call } = run;
  return [
    ...(prints === undefined
      ? []
      : changesOf(prints).map((text) => ({ ...check, run: { ...run, prints: text } }))),
    ...(call
      ? changesOf(call.gives).map((gives) => ({ ...check, run: { ...run, call: { ...call, gives } } }))
      : []),
  ];
}

/** Slips of the pen: a character more, the last one missing, a digit that is one too high. */
function changesOf(text: string): string[] {
  const changes = [
    `${text}1`,
    text.replace(/\S(?=\s*$)/, ''),
    text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
  ];
  return [...new Set(changes)].filter((changed) => changed !== text && changed.trim() !== '');
}
