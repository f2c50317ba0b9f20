import { z } from 'zod';
import type { ItemSource, ItemType } from '#lib/item/item-type.ts';
import type { Rich } from '#lib/text/rich.ts';
import { visibleText } from '#lib/text/visible.ts';
import { type Check, checkAttributes, readChecks, withLineBreaks } from './check.ts';
import { blindResults, examples } from './examples.ts';
import { textHolds } from './program-text.ts';
import { type CheckResult, checkResults, failureMessage, runsOf } from './runs.ts';

export interface CodeStepBody {
  readonly language: string;
  readonly starter: string;
  readonly checks: readonly string[];
  /** An example of standard input; only if the program reads it. */
  readonly input?: string;
  /** 'no' if a program in a runnable language is not run because it needs what a sandbox does not have. */
  readonly runs?: 'no';
}

export interface CodeStepKey {
  readonly checks: readonly Check[];
  readonly program: string;
}

export interface CodeStepAnswer {
  readonly code: string;
  /** The result of each check that needs a run. */
  readonly ran?: Readonly<Record<string, CheckResult>>;
}

/** One step of a project: edit the program until every check holds. */
export const codeStep: ItemType<'code-step', CodeStepBody, CodeStepKey, CodeStepAnswer, CodeStepBody> = {
  name: 'code-step',
  component: 'CodeStep',
  attributes: z.strictObject({
    input: z.string().max(5_000).optional(),
    runs: z.literal('no', 'the only value is runs="no"').optional(),
  }),
  nested: { Check: checkAttributes },
  graded: true,
  freeHints: false,
  usualMs: 5 * 60_000,
  simulatedMs: 150_000,
  read(source) {
    const fence = source.nodes.find((node) => node.type === 'code');
    if (fence?.type !== 'code') {
      source.report(
        source.element,
        'starter-missing',
        'A CodeStep begins with a program. Add it as a code fence.',
      );
      return undefined;
    }
    const language = fence.lang ?? 'text';
    const { input, runs } = source.attributes;
    const checks = readChecks(source, language);
    const program = readProgram(source, checks, language);
    const isRead = checks.length > 0 && checks.every(({ run }) => run === undefined);
    if (isRead && checks.every((check) => textHolds(check, fence.value, language))) {
      source.report(
        fence,
        'starter-passes',
        'The starter program passes every check already, so nothing is left to do. Remove something from it, or add a check.',
      );
    }
    const at = source.nodes.indexOf(fence);
    return {
      prompt: source.rich([...source.nodes.slice(0, at), ...source.nodes.slice(at + 1)]),
      body: {
        language,
        starter: fence.value,
        checks: checks.map(({ id }) => id),
        ...(input === undefined ? {} : { input: withLineBreaks(input) }),
        ...(runs === 'no' ? { runs } : {}),
      },
      key: { checks, program },
    };
  },
  formSchema: z
    .object({ code: z.array(z.string().max(20_000)).readonly().default([]) })
    // Nothing else in a program is changed: any other character may be intended, at least in a string.
    .transform(({ code }) => ({ code: (code[0] ?? '').replace(/^\ufeff/, '').replaceAll('\r\n', '\n') })),
  validate: (_body, { code }) =>
    visibleText(code).trim() ? null : 'The editor is empty. Write the step first.',
  renameIds: (answer) => answer,
  publicOptions: (body) => body,
  runs: {
    programs: ({ language }, { checks }, { code }) => runsOf(language, checks, code),
    withOutcomes: ({ checks }, { code }, outcomes) => ({ code, ran: checkResults(checks, outcomes) }),
    asSubmitted: ({ code }) => ({ code }),
  },
  /** score = checks that hold / checks. */
  grade({ language }, { checks }, answer) {
    const held = checks.filter((check) => holds(check, answer, language)).length;
    return { correct: held === checks.length, score: checks.length === 0 ? 0 : held / checks.length };
  },
  explain({ language }, { checks }, answer) {
    const failed = checks.filter((check) => !holds(check, answer, language));
    return {
      parts: Object.fromEntries(
        checks.map((check) => [check.id, failed.includes(check) ? 'wrong' : 'right'] as const),
      ),
      notes: notesOf(failed, answer),
    };
  },
  blindAnswer: (_body, _key, chance) => ({ code: `word_${chance.below(1e6)}` }),
  exampleAnswer: (body, { checks, program }, right) =>
    right
      ? {
          code: program,
          ran: Object.fromEntries(checks.flatMap(({ id, run }) => (run ? [[id, { held: true }]] : []))),
        }
      : { code: body.starter },
  exampleSources: examples,
  blindResults,
};

/** Whether the check holds; one that needs a run and has no result does not. */
function holds(check: Check, { code, ran }: CodeStepAnswer, language: string): boolean {
  const isRun = check.run === undefined || ran?.[check.id]?.held === true;
  return isRun && textHolds(check, code, language);
}

/** The author's message of each failed check, after the reason reason its run failed; each reason appears once. */
function notesOf(failed: readonly Check[], { ran }: CodeStepAnswer): Record<string, Rich> {
  const shown = new Set<string>();
  return Object.fromEntries(
    failed.map(({ id, message: feedback }) => {
      const reason = ran?.[id]?.why;
      const message = reason && failureMessage(reason);
      if (!message || shown.has(message)) return [id, feedback];
      shown.add(message);
      return [id, [['p', null, message], ...feedback]];
    }),
  );
}

/** The author's solution, which must pass every check. */
function readProgram(source: ItemSource, checks: readonly Check[], language: string): string {
  const [solution] = source.nested('Solution');
  const fence = solution?.children.find((node) => node.type === 'code');
  if (fence?.type !== 'code') {
    source.report(
      solution ?? source.element,
      'solution-missing',
      'A CodeStep needs a <Solution> with a program that passes every check. Add it as a code fence.',
    );
    return '';
  }
  const failing = checks.filter((check) => !textHolds(check, fence.value, language));
  if (failing.length > 0) {
    source.report(
      solution,
      'solution-fails',
      `The solution fails its own check «${failing.map(({ id }) => id).join('», «')}». Mend the program or the check.`,
    );
  }
  return fence.value;
}
