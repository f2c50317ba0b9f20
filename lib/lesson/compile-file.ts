import type { Root, RootContent } from 'mdast';
import { textOf } from '#lib/item/parts.ts';
import { type Item, itemTypeByTag, type SecretItem } from '#lib/item/registry.ts';
import type { Rich, RichElement } from '#lib/text/rich.ts';
import { isRelative, mayLinkTo } from './address.ts';
import { assignAnchorIds, bindAnchors, lowerHeadings } from './anchors.ts';
import { blocks, type JsxElement } from './blocks.ts';
import { completeSteps } from './code-steps/complete-steps.ts';
import type { ItemContext } from './compile-item.ts';
import { proseComponent } from './components.ts';
import { guard } from './guard.ts';
import type { Highlight } from './highlight.ts';
import type { Finding } from './lesson.ts';
import { Footnotes } from './markdown/footnotes.ts';
import { type PagePlace, pageAddress } from './markdown/page-links.ts';
import { type Pictures, picture } from './markdown/pictures.ts';
import { bindReferences } from './markdown/references.ts';
import type { RenderContext } from './render-context.ts';
import { codeToRich, type RichTools, toRich } from './to-rich.ts';
import { compileQuestion } from './variants/compile-variants.ts';

type Positioned = { position?: RootContent['position'] } | undefined;

export interface CompiledFile {
  readonly body: Rich;
  readonly items: readonly Item[];
  readonly secrets: ReadonlyMap<string, SecretItem>;
  readonly findings: readonly Finding[];
}

/** What a text needs from its surroundings. */
export interface TextContext {
  readonly highlight: Highlight;
  /** Where it stands, for links to other pages by the names of their files; the handbook has none. */
  readonly place?: PagePlace;
  readonly pictures?: Pictures;
}

/** Compiles a parsed file to text and items. `context` is null where items are not allowed (handbook, track page). */
export function compileFile(
  file: string,
  tree: Root,
  { highlight, place, pictures = new Map() }: TextContext,
  context: ItemContext | null,
): CompiledFile {
  const findings: Finding[] = [];
  const items: Item[] = [];
  const secrets = new Map<string, SecretItem>();
  let itemId: string | undefined;
  let inItem = false;
  const tools: RichTools = {
    highlight,
    report(node: Positioned, rule, message, severity = 'error') {
      const { line = 1, column = 1 } = node?.position?.start ?? {};
      findings.push({ file, line, column, severity, rule, message, ...(itemId ? { itemId } : {}) });
    },
    linkAddress: (url) =>
      place && isRelative(url) ? pageAddress(url, place) : mayLinkTo(url) ? url : undefined,
    picture: (node) => picture(node, pictures, tools.report),
    footnote(reference) {
      if (!inItem) return footnotes.number(reference);
      tools.report(
        reference,
        'footnote-place',
        'A question has no footnotes, since it is also shown without its page. Write the words into the question.',
      );
      return undefined;
    },
    component(element) {
      if (element.name === 'details') return reveal(element, drawing);
      if (!itemTypeByTag(element.name ?? ''))
        return proseComponent(element.name ?? '')?.render(element, drawing);
      if (!context) {
        tools.report(
          element,
          'item-place',
          'Questions belong in lessons, not on this page. Move this one into a lesson, or remove it.',
        );
        return undefined;
      }
      itemId = element.attributes.flatMap((a) =>
        a.type === 'mdxJsxAttribute' && a.name === 'id' && typeof a.value === 'string' ? [a.value] : [],
      )[0];
      inItem = true;
      const compiled = incomplete.has(element) ? undefined : compileQuestion(element, context, drawing);
      inItem = false;
      if (compiled) {
        items.push(compiled.item);
        secrets.set(compiled.item.id, compiled.secret);
      }
      itemId = undefined;
      return compiled && ['Item', { id: compiled.item.id }];
    },
  };
  const drawing = {
    rich: (nodes: Parameters<typeof toRich>[0]) => toRich(nodes, tools),
    code: (node: Parameters<typeof codeToRich>[0], value = node.value) => codeToRich(node, value, tools),
    report: tools.report,
    capture<T>(run: () => T) {
      const from = findings.length;
      const result = run();
      return { result, reported: findings.splice(from) };
    },
    restate: (finding: Finding) => findings.push(finding),
  };
  const incomplete = completeSteps(tree, tools.report);
  const footnotes = new Footnotes(tree, tools.report);
  guard(tree, tools.report, place);
  lowerHeadings(tree);
  assignAnchorIds(tree);
  bindAnchors(tree, tools.report);
  bindReferences(tree);
  const text = toRich(tree.children, tools);
  return { body: [...text, ...footnotes.list(drawing.rich)], items, secrets, findings };
}

/** A `<details>` of HTML as a Reveal with the words of its `<summary>` as title. */
function reveal(details: JsxElement, { rich }: Pick<RenderContext, 'rich'>): RichElement {
  const isSummary = (node: RootContent) => 'name' in node && node.name === 'summary';
  const content: readonly RootContent[] = blocks(details).flatMap((node): readonly RootContent[] =>
    node.type === 'paragraph' && node.children.some(isSummary) ? node.children : [node],
  );
  const title = content.filter(isSummary).map(textOf).join(' ').trim();
  return ['Reveal', { title: title || 'Details' }, ...rich(content.filter((node) => !isSummary(node)))];
}
