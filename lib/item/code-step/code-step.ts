import { z } from 'zod';
import { checkAttributes, withLineBreaks } from '#lib/item/check-attributes.ts';
import type { ItemSource, ItemType } from '#lib/item/item-type.ts';
import { textHolds } from '#lib/item/program-text.ts';
import { type ProofSource, proofLanguage } from '#lib/item/proof.ts';
import type { Rich } from '#lib/text/rich.ts';
import { visibleText } from '#lib/text/visible.ts';
import { type Check, readChecks } from './check.ts';
import { blindResults, examples } from './examples.ts';
import { type CheckResult, checkResults, failureMessage, runsOf } from './runs.ts';

export interface CodeStepBody {
  readonly language: string;
  readonly starter: string;
  readonly checks: readonly string[];
  /** Code that runs before every program and that the learner can read and not change; only if there is some. */
  readonly setup?: string;
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
    from: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write "previous" or the id of a step')
      .optional(),
  }),
  nested: { Check: checkAttributes, Wrong: z.strictObject({}), Setup: z.strictObject({}) },
  goesOn: true,
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
    const setup = readSetup(source, language);
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
        ...(setup === '' ? {} : { setup }),
        ...(input === undefined ? {} : { input: withLineBreaks(input) }),
        ...(runs === 'no' ? { runs } : {}),
      },
      key: { checks, program },
      proof: runs === 'no' ? undefined : stepProof(source, language, setup),
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
    programs: ({ language, setup }, { checks }, { code }) => runsOf({ language, setup }, checks, code),
    withOutcomes: ({ checks }, { code }, outcomes) => ({ code, ran: checkResults(checks, outcomes) }),
    asSubmitted: ({ code }) => ({ code }),
  },
  /** The author's solution, which must pass every check; the starter and each <Wrong> program, which must not. */
  proofPlan({ starter }, { checks, program }, { language, setup, texts }) {
    const wrong = Object.values(texts).map((text, at) => ({
      answer: `the wrong program ${at + 1}`,
      program: text,
    }));
    const trials = [
      { answer: 'the solution', isRight: true, program, rule: 'solution-fails' },
      { answer: 'the starter program', isRight: false, program: starter, rule: 'starter-passes' },
      ...wrong.map((one) => ({ ...one, isRight: false, rule: 'wrong-passes' })),
    ].map((trial) => (setup ? { ...trial, setup } : trial));
    const proofChecks = checks.map(({ message: _message, ...check }) => ({ ...check, rules: [] }));
    return { language, checks: proofChecks, trials, answers: trials.length };
  },
  /** score = checks that hold / checks. */
  grade({ language }, { checks }, answer) {
    const held = checks.filter((check) => holds(check, answer, language)).length;
    return { correct: held === checks.length, score: checks.length === 0 ? 0 : held / checks.length };
  },
  gradedBy: ({ language, setup, runs }, { checks }) => ({
    choices: [],
    key: { language, setup, runs, checks: checks.map(({ message: _, ...rule }) => rule) },
  }),
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

/** The wrong programs of a step in a language that is run. */
function stepProof(source: ItemSource, fence: string, setup: string): ProofSource | undefined {
  const language = proofLanguage(fence);
  if (!language) return undefined;
  const texts = source.nested('Wrong').flatMap((element, at) => {
    const code = element.children.find((node) => node.type === 'code');
    if (code?.type === 'code') return [[`wrong-${at + 1}`, code.value] as const];
    source.report(
      element,
      'wrong-empty',
      'This <Wrong> has no code fence. Write a program that must not pass the checks.',
    );
    return [];
  });
  return { language, setup, checks: [], texts: Object.fromEntries(texts) };
}

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

/** The code that runs before the program: what the step shares with others, then its own. */
function readSetup(source: ItemSource, language: string): string {
  const setups = source.nested('Setup').map((element) => {
    const code = element.children.find((node) => node.type === 'code');
    if (code?.type !== 'code') {
      source.report(
        element,
        'setup-empty',
        'This <Setup> has no code fence. Write the code that runs before the program.',
      );
      return '';
    }
    if (code.lang !== language || !proofLanguage(language)) {
      source.report(
        code,
        'setup-language',
        `This <Setup> is in ${code.lang ?? 'no language'}, and the program in ${language}. Only in python, javascript, sql and bash does one run before the other, and both in the same: change one of the two.`,
      );
    }
    return code.value;
  });
  const setup = setups.filter(Boolean).join('\n\n');
  if (setup.length > longestSetup) {
    source.report(
      source.nested('Setup').at(-1),
      'setup-long',
      `The code that runs before this program has ${setup.length} characters, and it may have ${longestSetup}. Shorten it.`,
    );
  }
  return setup;
}

const longestSetup = 20_000;
