import type { List, ListItem, RootContent, Table, TableCell } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { trimmed } from '#lib/exchange/markdown/html-blocks.ts';
import { paragraph } from '#lib/exchange/markdown/nodes.ts';
import type { Markdown, Option, Pair, Step, Task, TypedAnswer } from '#lib/exchange/question.ts';
import { ignorableOf } from '#lib/item/normalise.ts';
import { attributesOf, isMarker, textOf } from '#lib/item/parts.ts';
import { itemTypeByTag } from '#lib/item/registry.ts';
import { variantsTag } from '#lib/lesson/variants/block.ts';
import { readBlanks } from './read-blanks.ts';

type Nested = (name: string) => readonly Markdown[];
interface Read {
  readonly prompt: Markdown;
  readonly task: Task;
}

/** The task of an item of ours, and its prompt. Kinds without a counterpart in any format become `other`. */
export function readTask(element: MdxJsxFlowElement, nested: Nested): Read {
  const name = itemTypeByTag(element.name ?? '')?.name ?? '';
  const attributes = attributesOf(element);
  const nodes = element.children.filter(
    (child) => child.type !== 'mdxJsxFlowElement' && child.type !== 'mdxFlowExpression',
  );
  if (nested(variantsTag).length > 0)
    return { prompt: nodes, task: { kind: 'other', name: 'question-in-variants' } };
  const parts = splitAtLast(nodes, name === 'match' ? 'table' : 'list');
  const scoring = attributes.scoring === 'exact' ? 'exact' : 'cancel';
  const list = parts.last?.type === 'list' ? parts.last : undefined;
  switch (name) {
    case 'choice': {
      const options = optionsOf(list);
      const many = 'many' in attributes || options.filter(({ right }) => right).length > 1;
      return { prompt: parts.prompt, task: { kind: 'choice', many, scoring, options } };
    }
    case 'text': {
      const { form, length, ignore } = attributes;
      const rest = { ...(form ? { form } : {}), ...(length ? { length } : {}) };
      return {
        prompt: parts.prompt,
        task: { kind: 'text', answers: answersOf(list), ignore: ignorableOf(ignore), ...rest },
      };
    }
    case 'number': {
      const units = (attributes.unit ?? '').split('|').filter(Boolean);
      return {
        prompt: parts.prompt,
        task: {
          kind: 'number',
          answers: answersOf(list).map((one) => ({ ...one, text: withoutUnit(one.text, units) })),
          tolerance: attributes.tolerance ?? null,
          units,
          asksUnit: 'with-unit' in attributes,
        },
      };
    }
    case 'match':
      return {
        prompt: parts.prompt,
        task: matchOf(parts.last?.type === 'table' ? parts.last : undefined, scoring),
      };
    case 'order':
      return { prompt: parts.prompt, task: { kind: 'order', steps: stepsOf(list) } };
    case 'output':
      return outputOf(nodes);
    case 'blanks':
      return readBlanks(nodes, element, attributes);
    case 'what-if':
      return { prompt: nodes, task: { kind: 'open' } };
    case 'card':
      return { prompt: nodes, task: { kind: 'card', back: nested('Back').flat() } };
    default:
      return { prompt: nodes, task: { kind: 'other', name } };
  }
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((name) => text.endsWith(name));
  return unit ? text.slice(0, -unit.length).trim() : text;
}

function splitAtLast(
  nodes: readonly RootContent[],
  type: 'list' | 'table',
): { prompt: Markdown; last: RootContent | undefined } {
  const at = nodes.findLastIndex((node) => node.type === type);
  return at === -1 ? { prompt: nodes, last: undefined } : { prompt: nodes.slice(0, at), last: nodes[at] };
}

interface ReadEntry {
  readonly label: Markdown;
  readonly feedback: Markdown;
  readonly marker: Record<string, string>;
}

/** An entry without its `<Id />`, and the quote beneath it. */
function entryOf({ children }: ListItem): ReadEntry {
  const markers: Record<string, string>[] = [];
  const label = children.flatMap((child): RootContent[] => {
    if (child.type === 'blockquote') return [];
    if (isMarker(child)) {
      markers.push(attributesOf(child));
      return [];
    }
    if (child.type !== 'paragraph') return [child];
    markers.push(...child.children.flatMap((one) => (isMarker(one) ? [attributesOf(one)] : [])));
    const line = trimmed(child.children.filter((one) => !isMarker(one)));
    return line.length > 0 ? [paragraph(...line)] : [];
  });
  const feedback = children.flatMap((child) => (child.type === 'blockquote' ? child.children : []));
  return { label, feedback, marker: markers[0] ?? {} };
}

function optionsOf(list: List | undefined): Option[] {
  return (list?.children ?? []).map((entry) => {
    const { label, feedback, marker } = entryOf(entry);
    return { label, feedback, right: entry.checked === true, ...('last' in marker ? { last: true } : {}) };
  });
}

function answersOf(list: List | undefined): TypedAnswer[] {
  return (list?.children ?? []).map((entry) => {
    const { label, feedback } = entryOf(entry);
    return { text: label.map(textOf).join(' ').trim(), right: entry.checked === true, feedback };
  });
}

function stepsOf(list: List | undefined): Step[] {
  const entries = (list?.children ?? []).map(entryOf);
  const ids = entries.map(({ marker }) => marker.is ?? '');
  return entries.map(({ label, marker }) => {
    const after = (marker.after ?? '').split(/\s+/).filter(Boolean);
    return after.length > 0 ? { label, after: after.map((id) => ids.indexOf(id)) } : { label };
  });
}

function matchOf(table: Table | undefined, scoring: 'cancel' | 'exact'): Task {
  const [head, ...rows] = table?.children ?? [];
  const cell = (one: TableCell | undefined): Markdown => {
    const line = trimmed((one?.children ?? []).filter((child) => !isMarker(child)));
    return line.length > 0 ? [paragraph(...line)] : [];
  };
  const pairs = rows.map(({ children: [left, right, note] }): Pair => {
    const from = cell(left);
    return { left: from.length > 0 ? from : null, right: cell(right), note: cell(note) };
  });
  const name = (at: number) => textOf(head?.children[at]).trim();
  return { kind: 'match', heads: [name(0), name(1)], scoring, pairs };
}

function outputOf(nodes: readonly RootContent[]): Read {
  const fence = nodes.find((node) => node.type === 'code' && node.lang === 'output');
  if (fence?.type === 'code')
    return { prompt: nodes.filter((node) => node !== fence), task: { kind: 'output', printed: fence.value } };
  const { prompt, last } = splitAtLast(nodes, 'list');
  return {
    prompt,
    task: { kind: 'output-choice', options: optionsOf(last?.type === 'list' ? last : undefined) },
  };
}
