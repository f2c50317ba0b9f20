import type { Root, RootContent } from 'mdast';
import { attributesOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { giveIds } from '#lib/lesson/side-ids/give-ids.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { readBlock, type VariantsBlock, variantsIn, variantsTag } from './block.ts';

/** A program of variants, with the id of its item and the file that it stands in. */
export interface ItemVariants extends VariantsBlock {
  readonly itemId: string;
  readonly file: string;
}

/**
 * The programs of variants of a lesson that can be run. What is wrong with the others, the compiler says.
 * @param isRefused files that the compiler gave up on: they are not parsed here, without its limits
 */
export function blocksIn(
  { folder, files, ids }: LessonSource,
  isRefused: (file: string) => boolean = () => false,
): ItemVariants[] {
  const named = [...files].filter(([name]) => !isRefused(`${folder}/${name}`));
  if (!named.some(([, text]) => text.includes(`<${variantsTag}`))) return [];
  const trees = new Map<string, Root>(
    named.map(([name, text]) => [name, parseFile(`${folder}/${name}`, text).tree]),
  );
  if (ids !== undefined) giveIds(folder, trees, ids);
  return [...trees].flatMap(([name, tree]) => blocksOf(tree.children, `${folder}/${name}`));
}

function blocksOf(nodes: readonly RootContent[], file: string): ItemVariants[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'mdxJsxFlowElement' || !itemTypeByTag(node.name ?? '')?.mayVary)
      return 'children' in node ? blocksOf(node.children, file) : [];
    const { id } = attributesOf(node);
    const block = readBlock(variantsIn(node), () => undefined);
    return block && id ? [{ ...block, itemId: id, file }] : [];
  });
}
