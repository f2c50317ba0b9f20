/** What a problem asks for, as an author writes it in `asks`. */
export const problemKinds = ['concept', 'output', 'configuration', 'order', 'fault'] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** The names that learners see. */
export const problemKindLabels: Readonly<Record<ProblemKind, string>> = {
  concept: 'Conceptual',
  output: 'Output',
  configuration: 'Configuration',
  order: 'Ordering',
  fault: 'Troubleshoot',
};
