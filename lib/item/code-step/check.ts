import type { z } from 'zod';
import {
  checkAttributes,
  type PossibleFault,
  type RunRule,
  runRule,
  unmatchedAttributes,
} from '#lib/item/check-attributes.ts';
import type { ItemSource } from '#lib/item/item-type.ts';
import { attributesOf } from '#lib/item/parts.ts';
import { alternatives, type TextRule } from '#lib/item/program-text.ts';
import { isRunLanguage } from '#lib/item/run.ts';
import type { Rich } from '#lib/text/rich.ts';

/** A statement about a program: about its text, about what it does when it runs, or both. */
export interface Check extends TextRule {
  readonly id: string;
  readonly message: Rich;
  readonly run?: RunRule;
}

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
  const { id, has, lacks, prints, calls } = data;
  const runs = prints !== undefined || calls !== undefined;
  const foreign = data.rules === undefined ? data.language && 'language' : 'rules';
  const faults: PossibleFault[] = [
    [
      'check-empty',
      `The check «${id}» looks for nothing. Give it has="…", lacks="…", prints="…" or calls="…" with gives="…".`,
      alternatives(has).length === 0 && alternatives(lacks).length === 0 && !runs,
    ],
    ...unmatchedAttributes(data),
    [
      'check-language',
      `The check «${id}» runs the program, and programs in «${language}» cannot be run here. Use python or javascript, or check the text with has="…".`,
      runs && !isRunLanguage(language),
    ],
    [
      'check-place',
      `The check «${id}» has ${foreign}="…", which a CodeStep does not know. Remove it: its fence names the language, and has="…" looks at the text.`,
      foreign !== undefined,
    ],
  ];
  return faults.flatMap(([rule, message, isFault]) => (isFault ? [[rule, message]] : []));
}
