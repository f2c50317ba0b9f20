import type { Code, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { attributesOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';

/** An item that asks for a program, as it stands in the tree of a file. */
export interface ProgramStep {
  readonly element: MdxJsxFlowElement;
  readonly id: string | undefined;
  readonly from: string | undefined;
  /** The program that the learner begins with. */
  readonly starter: Code | undefined;
  readonly solution: Code | undefined;
  readonly wrong: readonly Code[];
}

/** The steps of a file, in its order. */
export function programSteps(tree: Root): ProgramStep[] {
  const steps: ProgramStep[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'mdxJsxFlowElement' && itemTypeByTag(node.name ?? '')?.goesOn)
      steps.push(programStep(node));
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return steps;
}

function programStep(element: MdxJsxFlowElement): ProgramStep {
  const { id, from } = attributesOf(element);
  const programs = (tag: string) =>
    element.children.flatMap((child) =>
      child.type === 'mdxJsxFlowElement' && child.name === tag ? (codeIn(child) ?? []) : [],
    );
  const [solution] = programs('Solution');
  return { element, id, from, starter: codeIn(element), solution, wrong: programs('Wrong') };
}

/** The first fence directly in a tag. */
export function codeIn({ children }: MdxJsxFlowElement): Code | undefined {
  const code = children.find((node) => node.type === 'code');
  return code?.type === 'code' ? code : undefined;
}
