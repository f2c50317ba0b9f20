import type { OnChange } from '#lib/exchange/markdown/nodes.ts';
import type { Markdown } from '#lib/exchange/question.ts';
import { childOf, childrenOf, findAll, xmlText } from '#lib/exchange/xml/elements.ts';
import type { XmlElement } from '#lib/exchange/xml/parse-xml.ts';
import { htmlText, materialHtml } from './qti-text.ts';

export interface ConditionValue {
  readonly response: string;
  readonly value: string;
  readonly hasCase: boolean;
}

/** A `<respcondition>`: what has to be answered, and what that earns or shows. */
export interface Condition {
  /** Values that have to be there; those in `<not>` are left out. */
  readonly values: readonly ConditionValue[];
  readonly least: number | null;
  readonly most: number | null;
  readonly score: number;
  /** The id of the feedback that it shows. */
  readonly shows: string | null;
}

export function conditionsOf(item: XmlElement): Condition[] {
  return findAll(childOf(item, 'resprocessing'), 'respcondition').map((condition) => {
    const tests = testsOf(childOf(condition, 'conditionvar'));
    const bound = (...names: readonly string[]) => {
      const found = tests.find(({ name }) => names.includes(name));
      return found ? Number(xmlText(found)) : null;
    };
    const scores = childrenOf(condition, 'setvar').map((one) => Number(xmlText(one)) || 0);
    return {
      values: tests.flatMap((one) =>
        one.name === 'varequal'
          ? [
              {
                response: one.attributes.respident ?? '',
                value: xmlText(one).trim(),
                hasCase: /^yes$/i.test(one.attributes.case ?? ''),
              },
            ]
          : [],
      ),
      least: bound('vargte', 'vargt'),
      most: bound('varlte', 'varlt'),
      score: Math.max(0, ...scores),
      shows: childOf(condition, 'displayfeedback')?.attributes.linkrefid ?? null,
    };
  });
}

/** The tests at any depth, without those that must not hold. */
function testsOf(element: XmlElement | undefined): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'not') return [];
    return child.name.startsWith('var') ? [child] : testsOf(child);
  });
}

/** The values of a response that earn something, each once, with what they earn. */
export function rightValues(
  conditions: readonly Condition[],
  response: string,
): { readonly value: string; readonly score: number }[] {
  const found = new Map<string, number>();
  for (const { values, score } of conditions.filter((one) => one.score > 0)) {
    for (const one of values.filter((value) => value.response === response))
      found.set(one.value, Math.max(score, found.get(one.value) ?? 0));
  }
  return [...found].map(([value, score]) => ({ value, score }));
}

/** The texts of `<itemfeedback>` by their ids. */
export function feedbackById(item: XmlElement, onChange: OnChange): ReadonlyMap<string, Markdown> {
  return new Map(
    childrenOf(item, 'itemfeedback').map((one) => [
      one.attributes.ident ?? '',
      htmlText(findAll(one, 'mattext').map(materialHtml).join(' '), onChange),
    ]),
  );
}
