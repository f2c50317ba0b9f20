import type { z } from 'zod';
import { attributesOf } from '#lib/item/parts.ts';
import type { JsxElement } from './blocks.ts';
import { limitText } from './limit-text.ts';
import { nearest } from './nearest.ts';
import type { Report } from './render-context.ts';

/** Reports attributes that are not plain text or that are repeated. */
export function checkForm(element: JsxElement, report: Report): void {
  const seen = new Set<string>();
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(
        attribute,
        'attribute-spread',
        `<${element.name}> spreads an object. Write every attribute as name="value".`,
      );
      continue;
    }
    const { name, value } = attribute;
    if (value !== null && typeof value === 'object') {
      report(
        attribute,
        'attribute-expression',
        `${name}={…} is code, and no code of an author runs. Write a plain text: ${name}="…".`,
      );
    }
    if (seen.has(name)) {
      report(attribute, 'attribute-twice', `<${element.name}> has ${name}="…" twice. Remove one of the two.`);
    }
    seen.add(name);
  }
}

/** Reports what is wrong with each attribute and how to correct it. */
export function checkAttributes(element: JsxElement, schema: z.ZodObject, report: Report): void {
  const given = attributesOf(element);
  const known = Object.keys(schema.shape);
  const node = (name: string) =>
    element.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  const parsed = schema.safeParse(given);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  const free = known.filter((name) => !node(name));
  const meant = new Set(unknown.flatMap((name) => nearest(name, free) ?? []));
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const near = nearest(key, free) ?? nearest(key, known);
        const suggestion =
          known.length > 0
            ? `It has ${known.join(', ')}: correct its name or remove it.`
            : 'It has none: remove it.';
        report(
          node(key),
          'attribute-unknown',
          `<${element.name}> has no attribute «${key}». ${near ? `Did you mean «${near}»? ` : ''}${suggestion}`,
        );
      }
    } else if (Object.hasOwn(given, name)) {
      const suggestion = allowedValues(issue) || `: ${limitText(issue) ?? issue.message}`;
      report(
        node(name),
        'attribute-value',
        `${name}="${given[name]}" is not possible${suggestion}. ${likelyValue(issue, given[name] ?? '')}Correct it.`,
      );
    } else if (!node(name) && !meant.has(name)) {
      report(
        element,
        'attribute-missing',
        `<${element.name}> needs an attribute ${name}="…"${allowedValues(issue)}. Add it.`,
      );
    }
  }
}

function allowedValues(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value'
    ? `: one of ${issue.values.map((value) => String(value) || '(no value)').join(', ')}`
    : '';
}

function likelyValue(issue: z.core.$ZodIssue, given: string): string {
  const near = issue.code === 'invalid_value' ? nearest(given, issue.values.map(String)) : undefined;
  return near ? `Did you mean "${near}"? ` : '';
}
