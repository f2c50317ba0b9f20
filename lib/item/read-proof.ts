import { z } from 'zod';
import { wordsOf } from '#lib/text/words.ts';
import { checkAttributes, type PossibleFault, runRule, unmatchedAttributes } from './check-attributes.ts';
import type { ItemSource } from './item-type.ts';
import { attributesOf } from './parts.ts';
import { alternatives } from './program-text.ts';
import { type ProofCheck, type ProofLanguage, type ProofSource, proofLanguage } from './proof.ts';
import { isRuleName, ruleNames } from './rule-sets.ts';

/** Tags of items whose answers are tried: what a right answer does, and what runs before it. */
export const proofTags = { Check: checkAttributes, Setup: z.strictObject({}) } as const;

/** `runs="no"`: the program needs what is not there when it is tried, such as a network. */
export const runsAttribute = z.literal('no', 'the only value is runs="no"').optional();

type Attributes = z.infer<typeof checkAttributes>;

/**
 * Reads `<Check>` and `<Setup>` of an item; undefined if its answers cannot be tried: it says so, or its language is not
 * run anywhere and no rule is declared.
 * @param fence the language of the item's code, if it has some
 */
export function readProof(
  source: ItemSource,
  fence: string | null | undefined,
  texts: Readonly<Record<string, string>>,
): ProofSource | undefined {
  const elements = source.nested('Check');
  const [setup, second] = source.nested('Setup');
  const code = setup?.children.find((node) => node.type === 'code');
  const read = elements.flatMap((element) => {
    const { data } = checkAttributes.safeParse(attributesOf(element));
    return data ? [{ element, data }] : [];
  });
  const declared = read.find(({ data }) => data.language !== undefined)?.data.language;
  const ran = proofLanguage(fence ?? declared ?? (code?.type === 'code' ? code.lang : undefined));
  const hasRules = read.some(({ data }) => data.rules !== undefined);
  const language: ProofLanguage | undefined = ran ?? (hasRules ? 'rules' : undefined);
  for (const { element, data } of read)
    for (const [rule, message] of faults(data, language)) source.report(element, rule, message);
  if (setup && code?.type !== 'code')
    source.report(
      setup,
      'setup-empty',
      'This <Setup> has no code fence. Write the code that runs before the answer.',
    );
  if (second) source.report(second, 'setup-twice', 'This item has two <Setup>. Join them into one.');
  if (source.attributes.runs === 'no' || !language) return undefined;
  return {
    language,
    setup: code?.type === 'code' ? code.value : '',
    checks: read.map(({ data }) => proofCheck(data)),
    texts,
  };
}

function proofCheck(data: Attributes): ProofCheck {
  const run = runRule(data);
  return {
    id: data.id,
    has: alternatives(data.has),
    lacks: alternatives(data.lacks),
    before: alternatives(data.before),
    rules: wordsOf(data.rules ?? '').filter(isRuleName),
    ...(run ? { run } : {}),
  };
}

function faults(data: Attributes, language: ProofLanguage | undefined): [string, string][] {
  const { id, has, lacks, prints, calls, rules } = data;
  const runs = prints !== undefined || calls !== undefined;
  const unknown = wordsOf(rules ?? '').filter((name) => !isRuleName(name));
  const isText = alternatives(has).length > 0 || alternatives(lacks).length > 0;
  const found: PossibleFault[] = [
    [
      'check-empty',
      `The check «${id}» looks for nothing. Give it calls="…" with gives="…", prints="…" or rules="…".`,
      !runs && !isText && rules === undefined,
    ],
    ...unmatchedAttributes(data),
    [
      'check-language',
      `The check «${id}» runs a program, and the item's code is in no language that is run. Use python, javascript, sql or bash, name it with language="…", or judge the text with rules="…".`,
      runs && (language === undefined || language === 'rules'),
    ],
    [
      'check-language',
      `The check «${id}» has calls="…", which only python and javascript have. Use prints="…".`,
      calls !== undefined && (language === 'sql' || language === 'bash'),
    ],
    [
      'check-rules',
      `There is no rule «${unknown.join('», «')}». Use ${ruleNames.join(', ')}.`,
      unknown.length > 0,
    ],
    [
      'check-language',
      `The check «${id}» looks at text alone, and nothing of this item is run. Name a rule with rules="…".`,
      !runs && isText && rules === undefined && (language === undefined || language === 'rules'),
    ],
  ];
  return found.flatMap(([rule, message, isFault]) => (isFault ? [[rule, message]] : []));
}
