import { distance } from 'fastest-levenshtein';
import type { Heading, Nodes, Paragraph, Root } from 'mdast';
import { textOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { mayLinkTo } from './address.ts';
import { checkAttributes, checkForm } from './attributes.ts';
import type { JsxElement } from './blocks.ts';
import { knownTags, type TagRules, tagRules } from './components.ts';
import { htmlMessage } from './faults.ts';
import { isLanguage, languages } from './highlight.ts';
import type { Report } from './render-context.ts';

/** The allowed nodes. Others are refused, so that no new syntax is allowed by accident. */
const allowed = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'break'] as const),
  ...([
    'thematicBreak',
    'heading',
    'blockquote',
    'list',
    'listItem',
    'table',
    'tableRow',
    'tableCell',
  ] as const),
  ...(['link', 'linkReference', 'definition', 'math', 'inlineMath'] as const),
]);

/** Reports everything in a parsed file that an author may not write. It changes nothing. */
export function guard(tree: Root, report: Report): void {
  visit(tree, []);

  function visit(node: Nodes, inside: readonly string[]): void {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) {
        report(
          node,
          'expression',
          `«{${node.value.slice(0, 30)}}» is code, and no code of an author runs. Write the text itself, \`\\{\` for a brace, or \`inline code\`.`,
        );
      }
      return;
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      checkTag(node, inside, report);
      for (const child of node.children) visit(child, [...inside, node.name ?? '']);
      return;
    }
    if (node.type === 'paragraph' && isModule(node)) {
      return report(
        node,
        'module',
        'A lesson imports and exports nothing. Remove this line; components work without it.',
      );
    }
    checkNode(node, report);
    if ('children' in node) for (const child of node.children) visit(child, inside);
  }
}

function checkNode(node: Nodes, report: Report): void {
  if (node.type === 'image' || node.type === 'imageReference') {
    report(
      node,
      'image',
      'Pictures are not possible yet. Draw a diagram in a `mermaid` fence, or describe it in words.',
    );
  } else if (!allowed.has(node.type)) {
    report(
      node,
      'syntax',
      `This kind of Markdown (${node.type}) is not possible in a lesson. Write it as plain text.`,
    );
  } else if (node.type === 'link' || node.type === 'definition') {
    if (!mayLinkTo(node.url)) {
      report(
        node,
        'link',
        `«${node.url.slice(0, 60)}» is not an address that a lesson may link to. Write https://…, /tracks/… or #a-heading.`,
      );
    }
  } else if (node.type === 'heading' && isUnderlined(node)) {
    report(
      node,
      'heading-underline',
      'The line of dashes or equals signs below makes this text a heading. Put an empty line between the two, or write `## ` before a heading.',
    );
  } else if (node.type === 'heading' && node.depth === 1) {
    report(node, 'heading-one', 'The page has its own title, so no other may have one `#`. Begin with `##`.');
  } else if (node.type === 'code' && node.lang && node.lang !== 'mermaid' && !isLanguage(node.lang)) {
    report(
      node,
      'language',
      `«${node.lang}» is not a known language. Use ${languages.join(', ')} or mermaid.`,
    );
  } else if (node.type === 'code' && !node.lang) {
    report(
      node,
      'language',
      'This code names no language. Use a fence with one: ```python, ```bash, ```text …',
    );
  }
}

/** Whether a heading is made by the line below it: only then it has more than one line. */
const isUnderlined = ({ position }: Heading): boolean =>
  (position?.end.line ?? 0) > (position?.start.line ?? 0);

/** Whether a paragraph is an import or export of JavaScript. */
function isModule({ children }: Paragraph): boolean {
  const text = children
    .map((child) => (child.type === 'mdxTextExpression' ? `{${child.value}}` : textOf(child)))
    .join('');
  return (
    /^import\s*(?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*\s*as\s+[\w$]+)?\s*from\s*["'“]/.test(text) ||
    /^import\s*(?:["'(]|type\s)/.test(text) ||
    /^export\s*(?:\{|\*|(?:default|const|function|async|let|var|class|type|interface|enum)\s)/.test(text)
  );
}

function checkTag(element: JsxElement, inside: readonly string[], report: Report): void {
  const { name } = element;
  checkForm(element, report);
  if (!name)
    return report(element, 'fragment', 'An empty tag `<>` does nothing here. Remove it and its `</>`.');
  const rules = tagRules(name);
  if (!rules) return report(element, ...unknownTag(name));
  checkTagPlacement(element, { name, rules, inside, report });
  if (rules.kind !== 'item') checkAttributes(element, rules.attributes, report);
}

function unknownTag(name: string): [rule: string, message: string] {
  if (/^[a-z]/.test(name)) return ['html', htmlMessage(name)];
  const near = nearest(name);
  return [
    'component',
    `There is no component <${name}>.${near ? ` Did you mean <${near}>?` : ''} Use one of ${knownTags.join(', ')}.`,
  ];
}

function checkTagPlacement(
  element: JsxElement,
  {
    name,
    rules,
    inside,
    report,
  }: {
    readonly name: string;
    readonly rules: TagRules;
    readonly inside: readonly string[];
    readonly report: Report;
  },
): void {
  const parent = inside.at(-1);
  const ownerItem = inside.find((tag) => itemTypeByTag(tag));
  if (rules.kind === 'nested') {
    if (!ownerItem || !rules.inside.includes(ownerItem)) {
      report(
        element,
        'tag-place',
        `<${name}> is ${ownerItem ? `in <${ownerItem}>` : 'outside an item'}. Move it into ${rules.inside.map((tag) => `<${tag}>`).join(', ')}.`,
      );
    }
  } else if (rules.kind === 'prose') {
    if (rules.inside && (!parent || !rules.inside.includes(parent))) {
      report(
        element,
        'tag-place',
        `<${name}> is in the wrong place. Move it directly into <${rules.inside.join('> or <')}>.`,
      );
    }
  } else if (element.type === 'mdxJsxTextElement') {
    report(
      element,
      'item-inline',
      `<${name}> is within a line. Put its tags on lines of their own, with empty lines around the content.`,
    );
  } else if (ownerItem) {
    report(
      element,
      'item-nested',
      `<${name}> is inside <${ownerItem}>. Close that item first, or move this one out of it.`,
    );
  } else if (inside.some((tag) => tag !== 'Step')) {
    report(
      element,
      'item-place',
      `An item is on its own or in a <Step>, not inside <${parent}>. Move it out.`,
    );
  }
}

/** A known tag that differs by at most two letters. */
function nearest(name: string): string | undefined {
  return knownTags.find((tag) => distance(tag.toLowerCase(), name.toLowerCase()) <= 2);
}
