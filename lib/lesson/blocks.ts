import type { BlockContent, DefinitionContent, Table } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { textOf } from '#lib/item/parts.ts';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The block children of a tag, whether it is on lines of its own or within one. */
export function blocks(element: JsxElement): (BlockContent | DefinitionContent)[] {
  return element.type === 'mdxJsxFlowElement'
    ? element.children
    : [{ type: 'paragraph', children: element.children }];
}

export function tableOf(element: JsxElement): Table | undefined {
  const table = blocks(element).find((child) => child.type === 'table');
  return table?.type === 'table' ? table : undefined;
}

export function cellsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => textOf(cell).trim()));
}
