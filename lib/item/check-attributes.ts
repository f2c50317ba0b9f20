import { z } from 'zod';

/** The expected result of running the program with this standard input. */
export interface RunRule {
  readonly input: string;
  /** All of standard output. */
  readonly prints?: string;
  /** An expression that is evaluated after the program, and its value as the language writes it. */
  readonly call?: { readonly expression: string; readonly gives: string };
}

/** Attributes of a `<Check>`. */
export const checkAttributes = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens'),
  has: z.string().optional(),
  lacks: z.string().optional(),
  before: z.string().optional(),
  input: z.string().max(5_000).optional(),
  prints: z.string().max(5_000).optional(),
  calls: z.string().min(1).max(1_000).optional(),
  gives: z.string().min(1).max(5_000).optional(),
  /** Names of rules about the text of a file; not in a CodeStep. */
  rules: z.string().min(1).max(500).optional(),
  /** The language of the answers, where no fence names it; not in a CodeStep. */
  language: z.enum(['python', 'javascript', 'sql', 'bash']).optional(),
});

/** An attribute is one line: `\n` in it stands for a line break. */
export const withLineBreaks = (text: string): string => text.replaceAll('\\n', '\n');

/** A possible fault of a check: its rule, what to do, and whether the check has it. */
export type PossibleFault = readonly [rule: string, message: string, isFault: boolean];

/** Attributes of a `<Check>` that mean nothing without another one, wherever it stands. */
export function unmatchedAttributes(data: z.infer<typeof checkAttributes>): PossibleFault[] {
  const { id, has, before, prints, calls, gives, input } = data;
  return [
    [
      'check-before',
      `The check «${id}» has before="…" without has="…". Say what must come first.`,
      before !== undefined && !has,
    ],
    [
      'check-gives',
      `The check «${id}» has calls="…" or gives="…" alone. Write both: the expression, and the value that it must give.`,
      (calls === undefined) !== (gives === undefined),
    ],
    [
      'check-input',
      `The check «${id}» has input="…", but nothing is run. Add prints="…" or calls="…".`,
      input !== undefined && prints === undefined && calls === undefined,
    ],
  ];
}

/** What a check expects of a run; undefined if it looks at the text alone. */
export function runRule({
  input,
  prints,
  calls,
  gives,
}: z.infer<typeof checkAttributes>): RunRule | undefined {
  if (prints === undefined && (calls === undefined || gives === undefined)) return undefined;
  return {
    input: withLineBreaks(input ?? ''),
    ...(prints === undefined ? {} : { prints: withLineBreaks(prints) }),
    ...(calls === undefined || gives === undefined ? {} : { call: { expression: calls, gives } }),
  };
}
