import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Report } from '#lib/lesson/render-context.ts';
import { codeIn, type ProgramStep } from './steps-in.ts';

const isSetup = (node: RootContent): node is MdxJsxFlowElement =>
  node.type === 'mdxJsxFlowElement' && node.name === 'Setup';

/** Moves each `<Setup>` that stands between the items of a file into all steps below it in its language. */
export function shareSetups(tree: Root, steps: readonly ProgramStep[], report: Report): void {
  const shared = tree.children.filter(isSetup);
  // The last one comes first, so that they stand in each step in the order of the file.
  for (const setup of shared.toReversed()) {
    const code = codeIn(setup);
    if (!code) {
      report(
        setup,
        'setup-empty',
        'This <Setup> has no code fence. Write the code that runs before the steps below it.',
      );
      continue;
    }
    const takers = steps.filter(
      (step) => isBelow(step.element, setup) && (codeIn(step.element)?.lang ?? undefined) === code.lang,
    );
    for (const { element } of takers) element.children.unshift(setup);
    if (takers.length === 0) {
      report(
        setup,
        'setup-unused',
        `No step below this <Setup> is in ${code.lang ?? 'a language without name'}, so it runs before nothing. Move it above the steps, name the language of their fences, or remove it.`,
      );
    }
  }
  tree.children = tree.children.filter((node) => !isSetup(node));
}

const isBelow = ({ position }: MdxJsxFlowElement, other: MdxJsxFlowElement): boolean =>
  (position?.start.offset ?? 0) > (other.position?.start.offset ?? 0);
