import { z } from 'zod';
import { codeText } from '#lib/item/code-text.ts';
import { alphabetical, asMentioned, byLength } from '#lib/item/guess-rules.ts';
import type { ItemSource, ItemType } from '#lib/item/item-type.ts';
import { type Part, readParts, splitAtList } from '#lib/item/parts.ts';
import { mostTrials, permutations, withSetup } from '#lib/item/proof.ts';
import { proofTags, readProof } from '#lib/item/read-proof.ts';
import { plainCharacters } from '#lib/text/plain-characters.ts';
import type { Rich } from '#lib/text/rich.ts';
import { shownText } from '#lib/text/shown-text.ts';
import { blindResults, examples } from './examples.ts';

export interface OrderBody {
  /** Whether more than one order is right. Which pairs are free is in the key. */
  readonly several: boolean;
  /** Sorted by id, so that the public half does not reveal the order. */
  readonly blocks: readonly { readonly id: string; readonly label: Rich }[];
}

export interface OrderKey {
  /** One right order, as the author wrote it. */
  readonly order: readonly string[];
  /** Every pair (earlier, later) that a right order must respect, transitively closed. */
  readonly before: readonly (readonly [string, string])[];
}

export interface OrderAnswer {
  readonly order: string[];
}

export interface OrderView {
  readonly several: boolean;
  readonly blocks: readonly { readonly id: string; readonly label: Rich }[];
}

/** Right orders are counted over sets of steps, and the number of sets doubles with each step. */
const mostSteps = 15;

/** Put the blocks in order. If the author declares `after`, every order that respects these rules is right. */
export const order: ItemType<'order', OrderBody, OrderKey, OrderAnswer, OrderView> = {
  name: 'order',
  component: 'Order',
  attributes: z.strictObject({}),
  graded: true,
  freeHints: false,
  parts: 'list',
  mayVary: true,
  nested: proofTags,
  read(source) {
    const split = splitAtList(source, 'steps');
    if (!split) return undefined;
    if (!split.list.ordered) {
      source.report(
        split.list,
        'order-unnumbered',
        'The steps of an Order item are a numbered list in the right order. Write `1.`, `2.` …',
      );
    }
    const parts = readParts(split.list, source);
    if (parts.length < 3) {
      source.report(
        split.list,
        'order-too-short',
        'An Order item needs at least three steps, or it can be guessed. Add one, or use <Choice>.',
      );
    }
    if (parts.length > mostSteps) {
      source.report(
        split.list,
        'order-too-long',
        `This item has ${parts.length} steps, and nobody can keep more than ${mostSteps} in mind. Join some of them, or split the item.`,
      );
    }
    reportDuplicates(parts, source);
    const ids = parts.map((part) => part.id);
    for (const part of parts) {
      for (const id of part.after) {
        const at = ids.indexOf(id);
        if (at === -1) {
          source.report(
            part.node,
            'after-unknown',
            `after="${id}" names no step of this item. Use the id of another step.`,
          );
        } else if (at >= ids.indexOf(part.id)) {
          source.report(
            part.node,
            'after-order',
            `after="${id}" contradicts the list: that step comes later. Reorder the list or drop the rule.`,
          );
        }
      }
    }
    const declared = parts.some((part) => part.after.length > 0);
    const rules = declared
      ? parts.flatMap((part) => part.after.map((id) => [id, part.id] as const))
      : ids.slice(1).flatMap((id, at) => [[ids[at] ?? id, id] as const]);
    const before = transitiveClosure(ids, rules);
    return {
      prompt: source.rich(split.prompt),
      body: {
        several: before.length < (ids.length * (ids.length - 1)) / 2,
        blocks: parts.map(({ id, label }) => ({ id, label })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      },
      key: { order: ids, before },
      proof:
        source.nested('Check').length > 0 ? readProof(source, null, stepTexts(parts, source)) : undefined,
    };
  },
  formSchema: z
    .object({ order: z.array(z.string().max(80)).max(40).readonly().default([]) })
    .catchall(z.array(z.string()).readonly())
    .transform((fields) => ({
      order: fields.order.length > 0 ? [...fields.order] : byPosition(fields),
    })),
  validate({ blocks }, answer) {
    const complete =
      answer.order.length === blocks.length && new Set(answer.order).size === answer.order.length;
    return complete ? null : 'Give every step a different position.';
  },
  aliasedIds: ({ blocks }) => blocks.map(({ id }) => id),
  renameIds({ order: ids }, rename) {
    const renamed = ids.map(rename);
    return renamed.every((id) => id !== undefined) ? { order: renamed } : null;
  },
  publicOptions: ({ several, blocks }, chance, alias) => ({
    several,
    blocks: chance.shuffle(blocks).map(({ id, label }) => ({ id: alias(id), label })),
  }),
  /**
   * score = max(0, 2 k/n - 1), with k of the n required pairs in order: Kendall's tau over those pairs, cut off at 0,
   * so that a random order earns about nothing and one neighbouring swap costs little.
   */
  grade(_body, key, answer) {
    const broken = brokenPairs(key, answer.order);
    const share = 1 - broken.length / Math.max(1, key.before.length);
    return { correct: broken.length === 0, score: Math.max(0, 2 * share - 1) };
  },
  gradedBy: ({ blocks }, { before }) => ({
    choices: blocks.map(({ id }) => id),
    key: before.map((pair) => pair.join(' ')).toSorted(),
  }),
  /** All orders of the steps. */
  proofPlan(_body, key, { language, setup, checks, texts }) {
    const orders = permutations(key.order, mostTrials[language]);
    const trials = orders.map((ids) => ({
      answer: `the order ${ids.map((id) => `«${id}»`).join(', ')}`,
      isRight: brokenPairs(key, ids).length === 0,
      program: withSetup(setup, ids.map((id) => texts[id] ?? '').join('\n')),
    }));
    return { language, checks, trials, answers: factorial(key.order.length) };
  },
  explain({ blocks }, key, answer, full) {
    const misplaced = stepsToMove(brokenPairs(key, answer.order));
    const parts = Object.fromEntries(
      blocks.map(({ id }) => [id, misplaced.has(id) ? 'wrong' : 'right'] as const),
    );
    if (!full || misplaced.size === 0) return { parts, notes: {} };
    const label = new Map(blocks.map((block) => [block.id, block.label]));
    return {
      parts,
      notes: {},
      model: [
        ['ol', null, ...key.order.map((id) => ['li', null, ...(label.get(id) ?? [])] satisfies Rich[number])],
      ],
    };
  },
  /** The share of right orders among all orders. */
  guessProbability: ({ blocks }, { before }) => {
    const ids = blocks.map(({ id }) => id);
    if (ids.length > mostSteps) return 0;
    return rightOrders(ids, before) / factorial(ids.length);
  },
  blindAnswer: ({ blocks }, _key, chance) => ({ order: chance.shuffle(blocks.map(({ id }) => id)) }),
  guessesByRule({ blocks }, { chance, prompt }) {
    const inOrder = (sorted: OrderBody['blocks']) => ({ order: sorted.map(({ id }) => id) });
    const mentioned = asMentioned(blocks, prompt);
    return {
      shown: inOrder(chance.shuffle(blocks)),
      alphabetical: inOrder(alphabetical(blocks)),
      'short-first': inOrder(byLength(blocks)),
      'long-first': inOrder(byLength(blocks).toReversed()),
      ...(mentioned ? { 'shared-words': inOrder(mentioned) } : {}),
    };
  },
  chosenParts: ({ order: ids }) => ids.map((id, at) => `${at + 1} ${id}`),
  exampleAnswer(_body, key, right, chance) {
    if (right) return { order: [...key.order] };
    const shuffled = chance.shuffle(key.order);
    return { order: brokenPairs(key, shuffled).length > 0 ? shuffled : key.order.toReversed() };
  },
  exampleSources: examples,
  blindResults,
};

/** The code of each step; reports a step without code, as the order of the others alone cannot be run. */
function stepTexts(parts: readonly Part[], source: ItemSource): Record<string, string> {
  return Object.fromEntries(
    parts.map((part) => {
      const code = codeText(part.label);
      if (code === undefined)
        source.report(
          part.node,
          'step-code',
          'The orders of this item are tried because it has a <Check>, but this step is no code. Write the step as inline code or a fence, or remove <Check>.',
        );
      return [part.id, code ?? ''];
    }),
  );
}

/** Reports steps with the same text: nobody could distinguish them, and one of their two orders would be wrong. */
function reportDuplicates(parts: readonly Part[], source: ItemSource): void {
  for (const [at, { label, node }] of parts.entries()) {
    const text = shownText(label);
    if (label.length > 0 && parts.slice(0, at).some((other) => shownText(other.label) === text)) {
      source.report(
        node,
        'step-twice',
        'This step says the same as another one, and nobody can tell which comes first. Reword it, or join it to its neighbour.',
      );
    }
  }
}

/** Without JavaScript every step has a number field, `position.<id>`. */
function byPosition(fields: Record<string, readonly string[]>): string[] {
  return Object.entries(fields)
    .flatMap(([name, [value]]) => {
      const typed = plainCharacters(value ?? '').trim();
      const position = Number(typed);
      return name.startsWith('position.') && typed && Number.isFinite(position)
        ? [{ id: name.slice('position.'.length), position }]
        : [];
    })
    .filter(({ position }, _at, all) => all.filter((other) => other.position === position).length === 1)
    .toSorted((a, b) => a.position - b.position)
    .map(({ id }) => id);
}

/** All pairs implied by the declared ones; `ids` are in a right order. */
function transitiveClosure(
  ids: readonly string[],
  rules: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  const earlier = new Map<string, Set<string>>();
  for (const id of ids) {
    const direct = rules.filter(([, later]) => later === id).map(([first]) => first);
    earlier.set(id, new Set(direct.flatMap((first) => [first, ...(earlier.get(first) ?? [])])));
  }
  return ids.flatMap((id) => [...(earlier.get(id) ?? [])].map((first) => [first, id] as const));
}

/** The number of orders that respect every rule (earlier, later), counted over the sets of ids that can come first. */
function rightOrders(ids: readonly string[], rules: readonly (readonly [string, string])[]): number {
  const required = ids.map((id) =>
    rules.reduce((set, [earlier, later]) => (later === id ? set | (1 << ids.indexOf(earlier)) : set), 0),
  );
  let ways = new Map([[0, 1]]);
  for (const _position of ids) {
    const longer = new Map<number, number>();
    for (const [set, count] of ways) {
      for (const [at, needed] of required.entries()) {
        const isFree = (set & (1 << at)) === 0 && (needed & ~set) === 0;
        if (isFree) longer.set(set | (1 << at), (longer.get(set | (1 << at)) ?? 0) + count);
      }
    }
    ways = longer;
  }
  return [...ways.values()][0] ?? 0;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function brokenPairs(key: OrderKey, given: readonly string[]): (readonly [string, string])[] {
  const position = new Map(given.map((id, at) => [id, at]));
  return key.before.filter(
    ([first, later]) => (position.get(first) ?? Number.POSITIVE_INFINITY) > (position.get(later) ?? -1),
  );
}

/** A small set of steps that, moved, would fix every broken pair: greedily the step in most broken pairs. */
function stepsToMove(broken: readonly (readonly [string, string])[]): Set<string> {
  const moved = new Set<string>();
  let left = broken;
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const id of left.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const worst = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    moved.add(worst);
    left = left.filter((pair) => !pair.includes(worst));
  }
  return moved;
}
