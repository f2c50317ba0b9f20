import type { Code } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { z } from 'zod';
import { chance } from '#lib/chance/chance.ts';
import type { CompiledParts, ItemSource } from '#lib/item/item-type.ts';
import { attributeNode, attributesOf } from '#lib/item/parts.ts';
import { problemKinds } from '#lib/item/problem-kind.ts';
import {
  type AnyItemType,
  type Body,
  type Item,
  itemTypeByTag,
  type Key,
  levels,
  type SecretItem,
} from '#lib/item/registry.ts';
import type { Rich } from '#lib/text/rich.ts';
import type { ActivitySlug } from './activities.ts';
import { checkAttributes } from './attributes.ts';
import type { JsxElement } from './blocks.ts';
import { nearest } from './nearest.ts';
import { taughtForm } from './passages.ts';
import type { RenderContext } from './render-context.ts';
import { variantsTag } from './variants/block.ts';
import type { VariantLock } from './variants/variant-lock.ts';

/** The position of an item and what it may refer to. */
export interface ItemContext {
  readonly file: string;
  readonly activity: ActivitySlug;
  /** Undefined if the lesson's front matter could not be read, so that they are not checked. */
  readonly objectives: readonly string[] | undefined;
  readonly hash: (text: string) => string;
  /** The values of items that vary, from the lock file. */
  readonly variants?: VariantLock;
}

/** What an item is compiled with. */
export interface ItemDrawing extends RenderContext {
  code(node: Code, value?: string): Rich;
}

const common = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens'),
  level: z.enum(levels).optional(),
  objective: z.string().optional(),
  asks: z.enum(problemKinds).optional(),
  title: z.string().trim().min(1).max(120).optional(),
  label: z.string().trim().min(1).max(30).optional(),
  apart: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')
    .optional(),
  taught: z
    .string()
    .regex(taughtForm, 'write #a-heading, or an activity and a heading like deep#a-heading')
    .optional(),
  time: z
    .string()
    .regex(/^[0-9]{1,2}:[0-5][0-9]$/, 'write minutes:seconds, like 2:00')
    .optional(),
});

/** Made once for each kind: making a schema takes longer than parsing with it. */
const attributeSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

function attributesSchema({ attributes }: AnyItemType): z.ZodObject {
  const schema = attributeSchemas.get(attributes) ?? z.strictObject({ ...common.shape, ...attributes.shape });
  attributeSchemas.set(attributes, schema);
  return schema;
}

/** Compiles an item to its public and its secret half; undefined if it is refused, with every reason reported. */
export function compileItem(
  element: JsxElement,
  context: ItemContext,
  drawing: ItemDrawing,
): { item: Item; secret: SecretItem } | undefined {
  const type = itemTypeByTag(element.name ?? '');
  if (!type || element.type !== 'mdxJsxFlowElement') return undefined;
  checkAttributes(element, attributesSchema(type), (node, rule, message) => {
    const noId = rule === 'attribute-missing' && message.includes(' id=');
    drawing.report(node, noId ? 'item-id-missing' : rule, noId ? idMissing(element.name) : message);
  });
  const attributes = attributesOf(element);
  const parsed = common.safeParse(
    Object.fromEntries(
      Object.keys(common.shape).flatMap((name) =>
        Object.hasOwn(attributes, name) ? [[name, attributes[name]]] : [],
      ),
    ),
  );
  if (parsed.data) checkPlacement(element, { given: parsed.data, graded: type.graded, context, drawing });
  const { hints, solution, source } = split(element, {
    type,
    attributes,
    id: parsed.data?.id ?? '',
    drawing,
  });
  const read = type.read(source);
  if (!read || !parsed.data) return undefined;
  const { prompt, body, key } = read;
  if (context.activity === 'challenge' && needsRun(type, read)) {
    drawing.report(
      element,
      'runs-place',
      'Checks that run the program take an unknown time, so they do not belong under a clock. Move this item to project.mdx or practice.mdx, or let its checks look at the text.',
    );
  }
  const all = read.hints ?? hints;
  return {
    item: {
      id: parsed.data.id,
      type: type.name,
      level: parsed.data.level ?? 'easy',
      objective: parsed.data.objective ?? null,
      ...(parsed.data.asks ? { asks: parsed.data.asks } : {}),
      ...(parsed.data.title ? { title: parsed.data.title } : {}),
      ...(parsed.data.label ? { label: parsed.data.label } : {}),
      ...(parsed.data.apart ? { apart: parsed.data.apart } : {}),
      ...(parsed.data.taught ? { taught: parsed.data.taught } : {}),
      timeMs: milliseconds(parsed.data.time),
      version: context.hash(JSON.stringify([type.name, prompt, body, key], withoutListPosition)).slice(0, 16),
      prompt,
      body,
      hintCount: all.length,
      source: { file: context.file, line: element.position?.start.line ?? 1 },
    },
    secret: { key, hints: all, solution, ...(read.proof ? { proof: read.proof } : {}) },
  };
}

/** The position of an option in its list is not a part of the item's content. */
const withoutListPosition = (name: string, value: unknown): unknown =>
  name === 'listedAt' ? undefined : value;

/** Whether answers to the item are run before they are graded. */
function needsRun({ runs, exampleAnswer }: AnyItemType, { body, key }: CompiledParts<Body, Key>): boolean {
  const answer = exampleAnswer(body, key, true, chance('any answer'));
  return runs !== undefined && runs.programs(body, key, answer).length > 0;
}

const idMissing = (tag: string | null): string =>
  `This <${tag}> has no id. Run \`npm run content -- fix\` or write id="…", unique for all lessons.`;

function checkPlacement(
  element: JsxElement,
  {
    given,
    graded,
    context: { activity, objectives },
    drawing: { report },
  }: {
    readonly given: z.infer<typeof common>;
    readonly graded: boolean;
    readonly context: ItemContext;
    readonly drawing: RenderContext;
  },
): void {
  const at = (name: string) => attributeNode(element, name);
  if (objectives && given.objective !== undefined && !objectives.includes(given.objective)) {
    const near = nearest(given.objective, objectives);
    report(
      at('objective'),
      'objective-unknown',
      `objective="${given.objective}" names none of the lesson's objectives. ${near ? `Did you mean "${near}"? ` : ''}Use one of ${objectives.join(', ')}.`,
    );
  }
  if ((activity === 'test' || activity === 'challenge') && !graded) {
    report(
      element,
      'item-open',
      `<${element.name}> cannot be right or wrong, so it does not belong in ${activity === 'test' ? 'the pool' : 'a challenge'}. Move it to review.mdx or scale.mdx.`,
    );
  }
  if (['test', 'challenge', 'try'].includes(activity) && given.level === undefined) {
    report(
      element,
      'level-missing',
      `<${element.name}> needs a level here. Write level="easy", level="medium" or level="hard".`,
    );
  }
  if (activity === 'test' && given.objective === undefined) {
    report(
      element,
      'objective-missing',
      `An item of the pool names its objective. Write objective="…"${objectives ? ` with one of ${objectives.join(', ')}` : ''}.`,
    );
  }
  if (activity !== 'test' && given.apart !== undefined) {
    report(
      at('apart'),
      'apart-place',
      'Only items of pool.mdx are drawn for a test, so no others can be kept apart. Remove apart="…".',
    );
  }
  if (activity === 'challenge' && given.time === undefined) {
    report(element, 'time-missing', 'A problem of the challenge has a clock. Write time="2:00".');
  }
  if (activity === 'challenge' && given.time !== undefined && !(milliseconds(given.time) ?? 0)) {
    report(
      at('time'),
      'attribute-value',
      `time="${given.time}" leaves no time at all. Write minutes:seconds, like 2:00.`,
    );
  }
  if (activity !== 'challenge' && given.time !== undefined) {
    report(at('time'), 'time-place', 'Only problems of challenge.mdx have a clock. Remove time="…".');
  }
}

/** Splits an item into hints, solution and the source that its kind compiles. */
function split(
  element: MdxJsxFlowElement,
  {
    type,
    attributes,
    id,
    drawing,
  }: {
    readonly type: AnyItemType;
    readonly attributes: Record<string, string>;
    readonly id: string;
    readonly drawing: ItemDrawing;
  },
): { hints: Rich[]; solution: Rich | null; source: ItemSource } {
  const nested = (name: string) =>
    element.children.flatMap((child) =>
      child.type === 'mdxJsxFlowElement' && child.name === name ? [child] : [],
    );
  const solutions = nested('Solution');
  if (solutions.length > 1)
    drawing.report(
      solutions[1],
      'solution-twice',
      'This item has two solutions, but only one is shown. Join them into one.',
    );
  for (const part of [...nested('Hint'), ...solutions]) {
    if (part.children.length === 0)
      drawing.report(part, 'empty', `This <${part.name}> is empty. Write its text, or remove the tag.`);
  }
  const nestedTags = ['Hint', 'Solution', variantsTag, ...Object.keys(type.nested ?? {})];
  return {
    hints: nested('Hint').map((hint) => drawing.rich(hint.children)),
    solution: solutions[0] ? drawing.rich(solutions[0].children) : null,
    source: {
      id,
      attributes,
      element,
      nested,
      nodes: element.children.filter(
        (child) => child.type !== 'mdxJsxFlowElement' || !nestedTags.includes(child.name ?? ''),
      ),
      rich: drawing.rich,
      code: drawing.code,
      report: drawing.report,
    },
  };
}

function milliseconds(time: string | undefined): number | null {
  if (!time) return null;
  const [minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (minutes * 60 + seconds) * 1000;
}
