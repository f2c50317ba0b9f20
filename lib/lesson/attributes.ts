import type { z } from 'zod';
import { attributesOf } from '#lib/item/parts.ts';
import type { JsxElement } from './blocks.ts';
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
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const suggestion =
          known.length > 0
            ? `It has ${known.join(', ')}: correct its name or remove it.`
            : 'It has none: remove it.';
        report(node(key), 'attribute-unknown', `<${element.name}> has no attribute «${key}». ${suggestion}`);
      }
    } else if (Object.hasOwn(given, name)) {
      const suggestion = allowedValues(issue) || `: ${issue.message}`;
      report(
        node(name),
        'attribute-value',
        `${name}="${given[name]}" is not possible${suggestion}. Correct it.`,
      );
    } else if (!node(name)) {
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
