import { z } from 'zod';
import type { ItemSource } from '#lib/item/item-type.ts';
import { attributesOf } from '#lib/item/parts.ts';
import { isRunLanguage } from '#lib/item/run.ts';
import type { Rich } from '#lib/text/rich.ts';
import { alternatives, type TextRule } from './program-text.ts';

/** A statement about a program: about its text, about what it does when it runs, or both. */
export interface Check extends TextRule {
  readonly id: string;
  readonly message: Rich;
  readonly run?: RunRule;
}

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
});
type Attributes = z.infer<typeof checkAttributes>;

export function readChecks(source: ItemSource, language: string): Check[] {
  const elements = source.nested('Check');
  if (elements.length === 0) {
    source.report(
      source.element,
      'check-missing',
      'A CodeStep needs at least one <Check>, or every program would pass. Add one.',
    );
  }
  const seen = new Set<string>();
  return elements.flatMap((element): Check[] => {
    // Faults in its attributes have been reported already.
    const { data } = checkAttributes.safeParse(attributesOf(element));
    if (!data) return [];
    if (seen.has(data.id)) {
      source.report(
        element,
        'check-id-twice',
        `The id «${data.id}» is used by two checks of this item. Give one of the two another id.`,
      );
    }
    seen.add(data.id);
    for (const [rule, message] of checkFaults(data, language)) source.report(element, rule, message);
    const run = runRule(data);
    return [
      {
        id: data.id,
        message: source.rich(element.children),
        has: alternatives(data.has),
        lacks: alternatives(data.lacks),
        before: alternatives(data.before),
        ...(run ? { run } : {}),
      },
    ];
  });
}

/** The faults of one check, as rule and message. */
function checkFaults(data: Attributes, language: string): [string, string][] {
  const { id, has, lacks, before, input, prints, calls, gives } = data;
  const runs = prints !== undefined || calls !== undefined;
  const faults: [string, string, boolean][] = [
    [
      'check-empty',
      `The check «${id}» looks for nothing. Give it has="…", lacks="…", prints="…" or calls="…" with gives="…".`,
      alternatives(has).length === 0 && alternatives(lacks).length === 0 && !runs,
    ],
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
      input !== undefined && !runs,
    ],
    [
      'check-language',
      `The check «${id}» runs the program, and programs in «${language}» cannot be run here. Use python or javascript, or check the text with has="…".`,
      runs && !isRunLanguage(language),
    ],
  ];
  return faults.flatMap(([rule, message, isFault]) => (isFault ? [[rule, message]] : []));
}

function runRule({ input, prints, calls, gives }: Attributes): RunRule | undefined {
  if (prints === undefined && (calls === undefined || gives === undefined)) return undefined;
  return {
    input: withLineBreaks(input ?? ''),
    ...(prints === undefined ? {} : { prints: withLineBreaks(prints) }),
    ...(calls === undefined || gives === undefined ? {} : { call: { expression: calls, gives } }),
  };
}

/** An attribute is one line: `\n` in it stands for a line break. */
export const withLineBreaks = (text: string): string => text.replaceAll('\\n', '\n');
