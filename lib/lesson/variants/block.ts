import type { Code } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { z } from 'zod';
import { attributesOf } from '#lib/item/parts.ts';
import { isRunLanguage, type RunLanguage } from '#lib/item/run.ts';
import type { JsxElement } from '#lib/lesson/blocks.ts';
import type { Report } from '#lib/lesson/render-context.ts';

export const variantsTag = 'Variants';

const usualCount = 8;
export const mostVariants = 24;

export const variantsAttributes = z.strictObject({
  count: z
    .string()
    .regex(/^(?:[2-9]|1[0-9]|2[0-4])$/, `write a number from 2 to ${mostVariants}`)
    .optional(),
});

/** The program of an item that computes the values of its variants. */
export interface VariantsBlock {
  readonly element: MdxJsxFlowElement;
  readonly fence: Code;
  readonly language: RunLanguage;
  /** The program of one variant; it prints an object of values in JSON. */
  readonly program: string;
  /** How many different variants it makes. */
  readonly count: number;
}

/** The `<Variants>` of an item, whether it is well written or not. */
export function variantsIn({ children }: JsxElement): MdxJsxFlowElement[] {
  return children.flatMap((child) =>
    child.type === 'mdxJsxFlowElement' && child.name === variantsTag ? [child] : [],
  );
}

/** Reads `<Variants>`; undefined if it cannot be run, with the reason reported. Its attributes are checked elsewhere. */
export function readBlock(
  [element, second]: readonly MdxJsxFlowElement[],
  report: Report,
): VariantsBlock | undefined {
  if (!element) return undefined;
  if (second) report(second, 'variants-twice', 'This item has two <Variants>. Join them into one program.');
  const [fence, stray] = element.children;
  if (fence?.type !== 'code') {
    report(
      fence ?? element,
      'variants-program',
      'A <Variants> holds one program and nothing else: a fence in python or javascript that prints the values of one variant as JSON. Write it.',
    );
    return undefined;
  }
  if (stray) {
    report(
      stray,
      'variants-program',
      'A <Variants> holds one program and nothing else. Move this out of it.',
    );
    return undefined;
  }
  const language = fence.lang ?? '';
  if (!isRunLanguage(language)) {
    report(
      fence,
      'variants-language',
      `The program of <Variants> is run, which ${language ? `«${language}»` : 'code without a language'} is not. Write it in python or javascript, and name the language after the first marks.`,
    );
    return undefined;
  }
  const { data } = variantsAttributes.safeParse(attributesOf(element));
  return { element, fence, language, program: fence.value, count: Number(data?.count ?? usualCount) };
}
