import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { attributeNode, attributesOf } from '#lib/item/parts.ts';
import { type AnyItemType, itemTypeByTag, itemTypes, type Variant } from '#lib/item/registry.ts';
import type { JsxElement } from '#lib/lesson/blocks.ts';
import { compileItem, type ItemContext, type ItemDrawing } from '#lib/lesson/compile-item.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { nearest } from '#lib/lesson/nearest.ts';
import { shownText } from '#lib/text/shown-text.ts';
import { readBlock, type VariantsBlock, variantsIn } from './block.ts';
import { filledIn } from './placeholders.ts';
import type { Values } from './values.ts';
import { variantState } from './variant-lock.ts';
import { withValues } from './with-values.ts';

/** What compiling needs beyond one item: to look at findings before they are given to the author. */
export interface VariantsDrawing extends ItemDrawing {
  /** Runs a function; what it reports is returned, and not given to the author. */
  capture<T>(run: () => T): { readonly result: T; readonly reported: readonly Finding[] };
  /** Gives a finding to the author. */
  restate(finding: Finding): void;
}

/**
 * Compiles an item, or all variants of one that varies, with the values that the lock file has; no program runs here. The
 * item is then its first variant, and its secret half holds all of them. Undefined if it is refused.
 */
export function compileQuestion(
  element: JsxElement,
  context: ItemContext,
  drawing: VariantsDrawing,
): Variant | undefined {
  const type = itemTypeByTag(element.name ?? '');
  const own = variantsIn(element);
  if (!type || own.length === 0 || element.type !== 'mdxJsxFlowElement')
    return compileItem(element, context, drawing);
  if (!type.mayVary) {
    drawing.report(own[0], 'variants-kind', refusedKind(type));
    return undefined;
  }
  if ('run' in attributesOf(element)) {
    drawing.report(
      attributeNode(element, 'run'),
      'variants-output',
      '`run` fills in one output, and each variant has its own. Remove run, let the program of <Variants> print the output as a value, and write {{its_name}} where it belongs: it is compared with what the shown program prints.',
    );
    return undefined;
  }
  const block = readBlock(own, drawing.report);
  const all = block && valuesOf(element, block, { context, drawing });
  if (!block || !all || !checkNames(element, block, { all, drawing })) return undefined;
  const compiled = all.map((values) =>
    drawing.capture(() =>
      compileItem(
        filledIn(element, (name) => (Object.hasOwn(values, name) ? values[name] : undefined)),
        context,
        drawing,
      ),
    ),
  );
  for (const finding of withValues(
    compiled.map(({ reported }) => reported),
    all,
  ))
    drawing.restate(finding);
  const variants = compiled.flatMap(({ result }) => (result ? [varying(result)] : []));
  const [first] = variants;
  if (!first || variants.length < all.length || !checkDifferent(variants, block, drawing)) return undefined;
  return { item: first.item, secret: { ...first.secret, variants } };
}

const varying = ({ item, secret }: Variant): Variant => ({ item: { ...item, varies: true }, secret });

function refusedKind({ component }: AnyItemType): string {
  const possible = Object.values<AnyItemType>(itemTypes).flatMap((type) =>
    type.mayVary ? [`<${type.component}>`] : [],
  );
  return `<${component}> has no variants. <Variants> is possible in ${possible.join(', ')}: remove it here, or ask in one of these.`;
}

/** The values in the lock file; undefined if they are not those of the program, which is reported. */
function valuesOf(
  element: MdxJsxFlowElement,
  block: VariantsBlock,
  { context, drawing }: { readonly context: ItemContext; readonly drawing: VariantsDrawing },
): readonly Values[] | undefined {
  const { variants = {}, hash } = context;
  const { id = '' } = attributesOf(element);
  if (id === '') {
    // Without an id nothing can be looked up; the item itself says so.
    compileItem(element, context, drawing);
    return undefined;
  }
  const state = variantState(variants, id, block, hash);
  if (state === 'current') return variants[id]?.values;
  const why =
    state === 'missing'
      ? 'The values of these variants are not computed yet.'
      : 'This program was changed after its values were computed.';
  drawing.report(
    block.element,
    `variants-${state}`,
    `${why} Run \`npm run content -- fix\`, which runs it and keeps the values in proofs.lock.json.`,
  );
  return undefined;
}

/** Reports placeholders without a value, and values without a placeholder; false if values are missing. */
function checkNames(
  element: MdxJsxFlowElement,
  { fence, program }: VariantsBlock,
  { all, drawing }: { readonly all: readonly Values[]; readonly drawing: VariantsDrawing },
): boolean {
  const names = Object.keys(all[0] ?? {});
  const used = new Set<string>();
  let isComplete = true;
  filledIn(element, (name, node) => {
    used.add(name);
    if (isAddress(node) || !names.includes(name)) {
      isComplete = false;
      const [rule, message] = isAddress(node) ? addressFault(name) : unknownFault(name, names);
      drawing.report(placeIn(node, name), rule, message);
    }
    return undefined;
  });
  for (const name of names.filter((one) => !used.has(one))) {
    const line = program.split('\n').findIndex((text) => new RegExp(`["']?\\b${name}\\b["']?`).test(text));
    drawing.report(
      lineOf(fence, line),
      'variant-value-unused',
      `The value «${name}» is printed, and the item does not use it. Write {{${name}}} where it belongs, or print it no more.`,
      'warning',
    );
  }
  return isComplete;
}

const isAddress = (node: Nodes): boolean =>
  'url' in node && typeof node.url === 'string' && node.url.includes('{');

const addressFault = (name: string): [string, string] => [
  'variant-place',
  `{{${name}}} is in an address, which is the same in all variants. Write the address itself.`,
];

function unknownFault(name: string, names: readonly string[]): [string, string] {
  const near = nearest(name, names);
  return [
    'variant-value-unknown',
    `The program of <Variants> prints no value «${name}». ${near ? `Did you mean {{${near}}}? ` : ''}It prints ${names.join(', ')}. Correct the name, or print the value. If the braces are text, write \\{\\{ in prose, and print them as a value for code.`,
  ];
}

/** The place of a placeholder: its line, where it is within code of several lines. */
function placeIn(node: Nodes, name: string): Pick<Nodes, 'position'> {
  if (node.type !== 'code') return node;
  return lineOf(
    node,
    node.value.split('\n').findIndex((text) => new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).test(text)),
  );
}

/** A line within a fence, counted from 0; the fence itself for -1. */
function lineOf(fence: Nodes, line: number): Pick<Nodes, 'position'> {
  const { start } = fence.position ?? {};
  if (!start || line < 0) return fence;
  const place = { line: start.line + 1 + line, column: start.column };
  return { position: { start: place, end: place } };
}

/** The labels of parts by what is seen of them. */
const shownLabels = (name: string, value: unknown): unknown =>
  name === 'label' && Array.isArray(value) ? shownText(value) : value;

/** Reports two variants that a learner cannot tell apart: one of the two keys would be wrong, or the variant is none. */
function checkDifferent(
  variants: readonly Variant[],
  { element }: VariantsBlock,
  { report }: VariantsDrawing,
): boolean {
  const seen = new Map<string, number>();
  for (const [at, { item }] of variants.entries()) {
    const shown = JSON.stringify([shownText(item.prompt), item.body], shownLabels);
    const other = seen.get(shown);
    if (other !== undefined) {
      report(
        element,
        'variants-alike',
        `Variants ${other + 1} and ${at + 1} look the same to the learner, although their values differ. Use each value that matters in the question, or print fewer.`,
      );
      return false;
    }
    seen.set(shown, at);
  }
  return true;
}
