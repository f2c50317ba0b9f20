import type { RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Markdown, Question } from '#lib/exchange/question.ts';
import { attributesOf } from '#lib/item/parts.ts';
import { itemTypeByTag, levels } from '#lib/item/registry.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { readTask } from './read-task.ts';

/** An item of a file of ours: where it stands, counted from 1, both ends included. */
export interface ItemPlace {
  readonly id: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly element: MdxJsxFlowElement;
}

/** The items of a file in their order. Empty for a file that cannot be parsed; `content check` says why. */
export function findItems(file: string): ItemPlace[] {
  const found: ItemPlace[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'mdxJsxFlowElement' && itemTypeByTag(node.name ?? '')) {
        const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
        found.push({
          id: attributesOf(node).id ?? '',
          firstLine: start.line,
          lastLine: end.line,
          element: node,
        });
      } else if ('children' in node) visit(node.children);
    }
  };
  visit(parseFile('', file).tree.children);
  return found;
}

/** Tags that say what a right answer does when it is run. */
const ownTags = ['Check', 'Setup', 'Wrong'] as const;
const ownAttributes = ['title', 'label', 'asks', 'time', 'apart', 'taught', 'run', 'runs'] as const;

/** The items of a file of ours in the shape between the formats, to be exported. */
export function readItems(file: string): Question[] {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  return findItems(file).map(({ id, firstLine, lastLine, element }) => {
    const attributes = attributesOf(element);
    const { level, objective = null } = attributes;
    const nested = (name: string): Markdown[] =>
      element.children.flatMap((child) =>
        child.type === 'mdxJsxFlowElement' && child.name === name ? [child.children] : [],
      );
    return {
      place: { line: firstLine, column: 1 },
      source: lines.slice(firstLine - 1, lastLine).join('\n'),
      externalId: id,
      title: id,
      tags: [],
      category: '',
      level: levels.find((name) => name === level) ?? null,
      objective,
      hints: nested('Hint'),
      solution: nested('Solution').flat(),
      changes: [],
      ownAttributes: [
        ...ownAttributes.filter((name) => name in attributes),
        ...ownTags.filter((name) => nested(name).length > 0).map((name) => `<${name}>`),
      ],
      ...readTask(element, nested),
    };
  });
}
