import type { Root, RootContent } from 'mdast';
import { type Item, itemTypeByTag, type SecretItem } from '#lib/item/registry.ts';
import type { Rich } from '#lib/text/rich.ts';
import { assignAnchorIds, bindAnchors } from './anchors.ts';
import { compileItem, type ItemContext } from './compile-item.ts';
import { proseComponent } from './components.ts';
import { guard } from './guard.ts';
import type { Highlight } from './highlight.ts';
import type { Finding } from './lesson.ts';
import { codeToRich, type RichTools, toRich } from './to-rich.ts';

type Positioned = { position?: RootContent['position'] } | undefined;

export interface CompiledFile {
  readonly body: Rich;
  readonly items: readonly Item[];
  readonly secrets: ReadonlyMap<string, SecretItem>;
  readonly findings: readonly Finding[];
}

/** Compiles a parsed file to text and items. `context` is null where items are not allowed (handbook, track page). */
export function compileFile(
  file: string,
  tree: Root,
  highlight: Highlight,
  context: ItemContext | null,
): CompiledFile {
  const findings: Finding[] = [];
  const items: Item[] = [];
  const secrets = new Map<string, SecretItem>();
  let itemId: string | undefined;
  const tools: RichTools = {
    highlight,
    report(node: Positioned, rule, message) {
      const { line = 1, column = 1 } = node?.position?.start ?? {};
      findings.push({ file, line, column, severity: 'error', rule, message, ...(itemId ? { itemId } : {}) });
    },
    component(element) {
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
      const compiled = compileItem(element, context, drawing);
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
  };
  guard(tree, tools.report);
  assignAnchorIds(tree);
  bindAnchors(tree, tools.report);
  const body = toRich(tree.children, tools);
  return { body, items, secrets, findings };
}
