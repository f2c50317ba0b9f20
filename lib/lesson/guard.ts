import type { Code, Heading, Nodes, Paragraph, Root } from 'mdast';
import { attributesOf, textOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { checkAttributes, checkForm } from './attributes.ts';
import type { JsxElement } from './blocks.ts';
import { knownTags, type TagRules, tagRules } from './components.ts';
import { htmlMessage } from './faults.ts';
import { languageOf } from './highlight.ts';
import { checkLink } from './link-check.ts';
import { checkHtmlTag, isHtmlTag } from './markdown/html-tags.ts';
import type { PagePlace } from './markdown/page-links.ts';
import { nearest } from './nearest.ts';
import type { Report } from './render-context.ts';
import { variantsIn } from './variants/block.ts';
import { placeholderName } from './variants/placeholders.ts';

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
  ...(['image', 'imageReference', 'footnoteReference', 'footnoteDefinition'] as const),
]);

/**
 * Reports everything in a parsed file that an author may not write. It changes nothing. `place` is where the file stands,
 * for links to the files beside it.
 */
export function guard(tree: Root, report: Report, place?: PagePlace): void {
  visit(tree, []);

  /** `varies`: within an item with variants, where placeholders stand for values. */
  function visit(node: Nodes, inside: readonly string[], varies = false): void {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      const isPlaceholder = varies && placeholderName(node.value) !== undefined;
      if (!isPlaceholder && !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) {
        report(node, 'expression', expressionMessage(node.value));
      }
      return;
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      checkTag(node, inside, report, place);
      const hasValues = varies || variantsIn(node).length > 0;
      for (const child of node.children) visit(child, [...inside, node.name ?? ''], hasValues);
      return;
    }
    if (node.type === 'paragraph' && isModule(node)) {
      return report(
        node,
        'module',
        'A lesson imports and exports nothing. Remove this line; components work without it.',
      );
    }
    checkNode(node, report, place);
    if ('children' in node) for (const child of node.children) visit(child, inside, varies);
  }
}

function expressionMessage(value: string): string {
  const written = `«{${value.slice(0, 30)}}»`;
  if (placeholderName(value) !== undefined)
    return `${written} stands for a value of <Variants>, and there is none around it. Put it into a question that has <Variants>, or write \`\\{\\{\` for braces that are text.`;
  return /^\s*[#.:][\w-]/.test(value)
    ? `${written} is an attribute of another tool. A heading has its id by itself, and nothing here has a class: remove it.`
    : `${written} is code, and no code of an author runs. Write the text itself, \`\\{\` for a brace, or \`inline code\`.`;
}

function checkNode(node: Nodes, report: Report, place: PagePlace | undefined): void {
  if (!allowed.has(node.type)) {
    report(
      node,
      'syntax',
      `This kind of Markdown (${node.type}) is not possible in a lesson. Write it as plain text.`,
    );
  } else if (node.type === 'link' || node.type === 'definition') {
    checkLink(node, report, place);
  } else if (node.type === 'heading' && isUnderlined(node)) {
    report(
      node,
      'heading-underline',
      'The line of dashes or equals signs below makes this text a heading. Put an empty line between the two, or write `## ` before a heading.',
    );
  } else if (node.type === 'heading' && node.depth === 1) {
    report(
      node,
      'heading-one',
      'The page has its own title, so all headings of this file are shown one level lower. Begin with `##`.',
      'warning',
    );
  } else if (node.type === 'code') checkLanguage(node, report);
}

function checkLanguage(node: Code, report: Report): void {
  const { lang } = node;
  if (lang === 'mermaid' || languageOf(lang ?? '')) return;
  report(
    node,
    'language',
    lang
      ? `«${lang.slice(0, 40)}» is not a language that can be coloured, so this code stays plain. Correct the name, or write \`\`\`text.`
      : 'This code names no language, so it stays plain. Write one after the first marks: ```python, ```bash, ```text …',
    'warning',
  );
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

function checkTag(
  element: JsxElement,
  inside: readonly string[],
  report: Report,
  place: PagePlace | undefined,
): void {
  const { name } = element;
  checkForm(element, report);
  if (!name)
    return report(element, 'fragment', 'An empty tag `<>` does nothing here. Remove it and its `</>`.');
  if (isHtmlTag(name)) {
    const { href } = attributesOf(element);
    if (name === 'a' && href !== undefined)
      checkLink({ type: 'link', url: href, position: element.position }, report, place);
    return checkHtmlTag(element, inside, report);
  }
  const rules = tagRules(name);
  if (!rules) {
    // What is within a tag of HTML was pasted with it.
    const isPasted = /^[a-z]/.test(name) && inside.some((tag) => /^[a-z]/.test(tag) && !isHtmlTag(tag));
    return isPasted ? undefined : report(element, ...unknownTag(name));
  }
  // Where a tag around it is unknown, nobody can say whether it is in its place.
  if (inside.every((tag) => tagRules(tag) || isHtmlTag(tag)))
    checkTagPlacement(element, { name, rules, inside, report });
  if (rules.kind !== 'item') checkAttributes(element, rules.attributes, report);
}

/** Components of other tools by the one that does the same here. */
const otherTools: Readonly<Record<string, string>> = {
  Quiz: 'Choice',
  Question: 'Choice',
  MultipleChoice: 'Choice',
  Exercise: 'CodeStep',
  Answer: 'Solution',
  Explanation: 'Solution',
  Callout: 'Note',
  Admonition: 'Note',
  Aside: 'Note',
  Alert: 'Note',
  Info: 'Note',
  Tip: 'Note',
  Warning: 'Note',
  Caution: 'Note',
  Danger: 'Note',
  Tabs: 'Compare',
  Details: 'Reveal',
  Spoiler: 'Reveal',
  Accordion: 'Reveal',
  Collapse: 'Reveal',
  Steps: 'Step',
  Flashcard: 'Card',
  Chart: 'Plot',
};

function unknownTag(name: string): [rule: string, message: string] {
  if (/^[a-z]/.test(name)) return ['html', htmlMessage(name)];
  const near = nearest(name, knownTags) ?? (Object.hasOwn(otherTools, name) ? otherTools[name] : undefined);
  return [
    'component',
    `There is no component <${name}>.${near ? ` Did you mean <${near}>?` : ''} Use one of ${knownTags.join(', ')}.`,
  ];
}

const mostTags = 5;

/** Tags in a message; where it may be almost anywhere, that is said instead of all their names. */
const namedTags = (tags: readonly string[]): string =>
  tags.length > mostTags
    ? 'an item, directly below its question or its parts'
    : tags.map((tag) => `<${tag}>`).join(', ');

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
    const isDeeper = rules.isDirect === true && parent !== ownerItem;
    if (!ownerItem || !rules.inside.includes(ownerItem)) {
      report(
        element,
        'tag-place',
        `<${name}> is ${ownerItem ? `in <${ownerItem}>` : 'outside an item'}. Move it into ${namedTags(rules.inside)}.`,
      );
    } else if (isDeeper) {
      report(
        element,
        'tag-place',
        `<${name}> is in <${parent}>, where it is not read. Move it directly into <${ownerItem}>.`,
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
