/** What one step shows: the values of the named variables after it, in their order, and what it printed. */
export interface ShownStep {
  readonly values: readonly string[];
  readonly prints: string;
}

/**
 * A sentence for a step without words, from what changes in sight: `total becomes 12. It prints 3.` An empty value is a
 * variable that does not exist. Empty when nothing changes and nothing is printed.
 */
export function stepNote(names: readonly string[], step: ShownStep, before: ShownStep | undefined): string {
  const changes = names.flatMap((name, column) => {
    const [now = '', earlier = ''] = [step.values[column], before?.values[column]];
    if (now === earlier) return [];
    return [now === '' ? `${name} is gone` : `${name} ${earlier === '' ? 'is now' : 'becomes'} ${now}`];
  });
  const changed = changes.length > 0 ? [`${changes.join(', ')}.`] : [];
  return [...changed, ...(step.prints ? [`It prints ${step.prints}`] : [])].join(' ');
}

/** The steps that explain nothing: without words, without a change in sight, without output. */
export function silentSteps<Step extends ShownStep & { readonly note: string }>(
  names: readonly string[],
  steps: readonly Step[],
): Step[] {
  return steps.filter(
    (step, index) => step.note.trim() === '' && stepNote(names, step, steps[index - 1]) === '',
  );
}
