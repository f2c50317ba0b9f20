import { z } from 'zod';
import { attributesOf } from '#lib/item/parts.ts';
import { type AnyItemType, itemTypeByTag, itemTypes } from '#lib/item/registry.ts';
import type { Rich, RichElement } from '#lib/text/rich.ts';
import { anchorId } from './anchors.ts';
import { blocks, cellsOf, type JsxElement, tableOf } from './blocks.ts';
import { headingId } from './heading-id.ts';
import type { RenderContext } from './render-context.ts';
import { renderTrace } from './trace/trace.ts';
import { variantsAttributes, variantsTag } from './variants/block.ts';

/** A component of prose: its attributes, its allowed parents (null: anywhere outside an item), and how it renders. */
interface ProseComponent {
  readonly attributes: z.ZodObject;
  readonly inside: readonly string[] | null;
  render(element: JsxElement, drawing: RenderContext): RichElement;
}

export const noteTitles = {
  'key-idea': 'Key idea',
  scenario: 'Scenario',
  problem: 'The problem',
  solution: 'The way out',
  question: 'The question',
  analogy: 'Analogy',
  remember: 'Remember',
  mistake: 'Common mistake',
  'quick-check': 'Quick check',
  answer: 'Final answer',
  limit: 'Where it ends',
  takeaways: 'Takeaways',
} as const;
const noteKinds = z.enum([
  'key-idea',
  'scenario',
  'problem',
  'solution',
  'question',
  'analogy',
  'remember',
  'mistake',
  'quick-check',
  'answer',
  'limit',
  'takeaways',
]);

const title = z.string().min(1).max(160);
const box = (element: JsxElement, drawing: RenderContext): Rich => drawing.rich(blocks(element));

export const proseComponents: Record<string, ProseComponent> = {
  Note: {
    attributes: z.strictObject({ kind: noteKinds.optional(), title: title.optional() }),
    inside: null,
    render(element, drawing) {
      const given = attributesOf(element);
      const kind = noteKinds.safeParse(given.kind).data ?? 'remember';
      return ['Note', { kind, title: given.title ?? noteTitles[kind] }, ...box(element, drawing)];
    },
  },
  Compare: {
    attributes: z.strictObject({}),
    inside: null,
    render(element, drawing) {
      const sides = element.children.flatMap((child) =>
        child.type === 'mdxJsxFlowElement' ? [child.name] : [],
      );
      if (sides.join() !== 'Before,After') {
        drawing.report(
          element,
          'compare-sides',
          'A Compare holds one <Before> and one <After>, in this order, and nothing else. Write them so.',
        );
      }
      return ['Compare', null, ...box(element, drawing)];
    },
  },
  Before: side('Before'),
  After: side('After'),
  Reveal: {
    attributes: z.strictObject({ title }),
    inside: null,
    render: (element, drawing) => [
      'Reveal',
      { title: attributesOf(element).title ?? '' },
      ...box(element, drawing),
    ],
  },
  Step: {
    attributes: z.strictObject({ level: z.enum(['easy', 'medium', 'hard']), title }),
    inside: null,
    render(element, drawing) {
      const { level = 'easy', title: heading = '' } = attributesOf(element);
      return [
        'Step',
        { level, title: heading, id: anchorId(element) ?? headingId(heading) },
        ...box(element, drawing),
      ];
    },
  },
  Plot: {
    attributes: z.strictObject({ title, x: title, y: title, log: z.enum(['x', 'y', 'xy']).optional() }),
    inside: null,
    render(element, drawing) {
      const { title: heading = '', x = '', y = '', log = '' } = attributesOf(element);
      const table = tableOf(element);
      const cells = table ? cellsOf(table) : [];
      const [head = [], ...rows] = cells;
      if (!table || rows.length < 2 || head.length < 2) {
        drawing.report(
          element,
          'plot-table',
          'A Plot holds one table: x in the first column, a series in each other one, two rows or more. Write it so.',
        );
      }
      const numbers = rows.map((row) => head.map((_name, column) => numberIn(row[column] ?? '')));
      numbers.forEach((row, at) => {
        const wrong = row.findIndex((value) => !Number.isFinite(value));
        if (wrong !== -1) {
          drawing.report(
            table?.children[at + 1]?.children[wrong] ?? table?.children[at + 1],
            'plot-number',
            'Every cell of a Plot is a number, without units or words. Put units into the headings.',
          );
        }
      });
      const data = JSON.stringify({
        series: head.slice(1),
        rows: numbers.filter((row) => row.every(Number.isFinite)),
      });
      return ['Plot', { title: heading, x, y, log, data }, ...box(element, drawing)];
    },
  },
  Trace: {
    attributes: z.strictObject({ id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), title: title.optional() }),
    inside: null,
    render: renderTrace,
  },
};

const types = Object.values<AnyItemType>(itemTypes);
const items: readonly string[] = types.map((type) => type.component);
const noAttributes = z.strictObject({});
const idAttributes = z.strictObject({
  is: z.string(),
  last: z.literal('').optional(),
  after: z.string().optional(),
});

/** A tag that belongs to items: its attributes, its allowed parents, and whether it stands directly in one of them. */
interface NestedTag {
  readonly attributes: z.ZodObject;
  readonly inside: readonly string[];
  readonly isDirect?: true;
}

const nestedTags: Readonly<Record<string, NestedTag>> = {
  Hint: { attributes: noAttributes, inside: items },
  Solution: { attributes: noAttributes, inside: items },
  [variantsTag]: { attributes: variantsAttributes, inside: items, isDirect: true },
  Id: {
    attributes: idAttributes,
    inside: types.filter((type) => type.parts).map((type) => type.component),
  },
  ...Object.fromEntries(
    types.flatMap(({ nested = {} }) =>
      Object.entries(nested).map(([tag, attributes]) => [tag, { attributes, inside: parentsOf(tag) }]),
    ),
  ),
};

/** The items that a tag may stand in; several kinds may share it, with the same attributes. */
function parentsOf(tag: string): string[] {
  return types.flatMap(({ component, nested = {} }) => (Object.hasOwn(nested, tag) ? [component] : []));
}

/** The rules of a tag; undefined for one that authors cannot use, `constructor` included. */
export function tagRules(name: string): TagRules | undefined {
  const type = itemTypeByTag(name);
  if (type) return { kind: 'item' };
  const prose = proseComponent(name);
  if (prose) return { kind: 'prose', attributes: prose.attributes, inside: prose.inside };
  const nested = ownEntry(nestedTags, name);
  return nested && { kind: 'nested', ...nested };
}

export type TagRules =
  | { readonly kind: 'item' }
  | { readonly kind: 'prose'; readonly attributes: z.ZodObject; readonly inside: readonly string[] | null }
  | ({ readonly kind: 'nested' } & NestedTag);

export function proseComponent(name: string): ProseComponent | undefined {
  return ownEntry(proseComponents, name);
}

function ownEntry<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

export const knownTags = [...Object.keys(proseComponents), ...items, ...Object.keys(nestedTags)];

function side(name: 'Before' | 'After'): ProseComponent {
  return {
    attributes: z.strictObject({ title: title.optional() }),
    inside: ['Compare'],
    render: (element, drawing) => [
      name,
      { title: attributesOf(element).title ?? name },
      ...box(element, drawing),
    ],
  };
}

/** The number in a cell; NaN for an empty one, which `Number` would read as 0. */
function numberIn(cell: string): number {
  return cell ? Number(cell.replace(/[\s,_]/g, '')) : Number.NaN;
}
