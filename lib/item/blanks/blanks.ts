import type { Code } from 'mdast';
import { z } from 'zod';
import type { ItemSource, ItemType } from '#lib/item/item-type.ts';
import { type Ignorable, ignorableOf, isSame, normalise } from '#lib/item/normalise.ts';
import { attributeNode } from '#lib/item/parts.ts';
import { ignoreAttribute } from '#lib/item/typed-attributes.ts';
import type { Rich, RichNode } from '#lib/text/rich.ts';
import { bankAttributes, countFillings, readBank } from './bank.ts';
import { blindResults, examples } from './examples.ts';

export interface BlanksBody {
  /** Highlighted code with `["Blank", {id}]` nodes in it. */
  readonly code: Rich;
  readonly blanks: readonly string[];
  /** All tokens, right and wrong, in alphabetical order; null when the blanks are typed. */
  readonly bank: readonly string[] | null;
  /** Each token of the bank may fill one blank. */
  readonly once: boolean;
  /** Differences that do not count in typed blanks. */
  readonly ignore: readonly Ignorable[];
}

export interface BlanksKey {
  readonly accepted: Readonly<Record<string, readonly string[]>>;
  /** Feedback on a wrong token of the bank, whichever blank it is in. */
  readonly feedback: Readonly<Record<string, Rich>>;
}

export interface BlanksAnswer {
  readonly blanks: Record<string, string>;
}

export type BlanksView = BlanksBody;

/** `[[answer|another]]`; a bracket or bar of the code within it is escaped with a backslash. */
const pattern = /(?<!\\)\[\[((?:\\[|[\]]|[^[\]\n])+)\]\]/g;
/** Escaped brackets of the code, which would be a gap without the backslash. */
const escapedBrackets = /\\(\[\[(?:\\[|[\]]|[^[\]\n])+\]\])/g;

/** Fill the numbered gaps of a piece of code, from a word bank or by typing. */
export const blanks: ItemType<'blanks', BlanksBody, BlanksKey, BlanksAnswer, BlanksView> = {
  name: 'blanks',
  component: 'Blanks',
  attributes: z.strictObject({ ignore: ignoreAttribute(['case', 'spaces']).optional() }),
  nested: { Bank: bankAttributes },
  graded: true,
  freeHints: false,
  read(source) {
    const fence = source.nodes.find((node) => node.type === 'code' && node.value.search(pattern) >= 0);
    if (fence?.type !== 'code') {
      source.report(
        source.element,
        'blank-missing',
        'This item has no blank. Write one in its code fence: random.[[seed]](42).',
      );
      return undefined;
    }
    const accepted = readGaps(fence, source);
    const bank = readBank(source, fence, accepted);
    if (bank && source.attributes.ignore !== undefined) {
      source.report(
        attributeNode(source.element, 'ignore'),
        'ignore-bank',
        'Tokens of a bank are used as they are, so nothing is typed differently. Remove ignore="…", or the bank.',
      );
    }
    let number = 0;
    const marked = fence.value.replace(pattern, () => `zqblank${++number}zq`).replace(escapedBrackets, '$1');
    const at = source.nodes.indexOf(fence);
    return {
      prompt: source.rich([...source.nodes.slice(0, at), ...source.nodes.slice(at + 1)]),
      body: {
        code: source.code(fence, marked).map(withBlankNodes),
        blanks: Object.keys(accepted),
        bank: bank && bank.tokens.toSorted(),
        once: bank?.once ?? false,
        ignore: ignorableOf(source.attributes.ignore),
      },
      key: { accepted, feedback: bank?.feedback ?? {} },
    };
  },
  formSchema: z.record(z.string(), z.array(z.string().max(400)).readonly()).transform((fields) => ({
    blanks: Object.fromEntries(
      Object.entries(fields).flatMap(([name, [value]]) =>
        /^blank\.b[1-9]$/.test(name) ? [[name.slice('blank.'.length), (value ?? '').trim()] as const] : [],
      ),
    ),
  })),
  validate(body, answer) {
    const empty = body.blanks.filter((id) => !normalise(answer.blanks[id] ?? '', []));
    if (empty.length > 0) return `Fill ${empty.map((id) => `blank ${id.slice(1)}`).join(' and ')} first.`;
    const used = body.blanks.map((id) => answer.blanks[id]);
    return body.once && new Set(used).size < used.length
      ? 'Each token can be used once, and one is in two blanks. Change one of them.'
      : null;
  },
  renameIds: (answer) => answer,
  publicOptions: (body, chance) => ({ ...body, bank: body.bank && chance.shuffle(body.bank) }),
  /** score = right blanks / blanks. */
  grade(body, key, answer) {
    const right = body.blanks.filter((id) => isRight(body, key, id, answer)).length;
    return { correct: right === body.blanks.length, score: right / body.blanks.length };
  },
  explain(body, key, answer, full) {
    const parts = Object.fromEntries(
      body.blanks.map((id) => [id, isRight(body, key, id, answer) ? 'right' : 'wrong'] as const),
    );
    const notes = Object.fromEntries(
      body.blanks.flatMap((id) => {
        const token = answer.blanks[id] ?? '';
        const note = Object.hasOwn(key.feedback, token) ? key.feedback[token] : undefined;
        return note && parts[id] === 'wrong' ? [[id, note] as const] : [];
      }),
    );
    if (!full || Object.values(parts).every((state) => state === 'right')) return { parts, notes };
    const model: Rich = [
      [
        'ol',
        null,
        ...body.blanks.map(
          (id) => ['li', null, ['code', null, key.accepted[id]?.[0] ?? '']] satisfies RichNode,
        ),
      ],
    ];
    return { parts, notes, model };
  },
  /** The share of right fillings among all that the bank allows; 0 for typed blanks. */
  guessProbability({ blanks: ids, bank, once }, { accepted }) {
    if (!bank) return 0;
    const rightTokens = ids.map((id) => bank.filter((token) => accepts(accepted[id] ?? [], token, [])));
    const allTokens = ids.map(() => bank);
    return countFillings(rightTokens, once) / Math.max(1, countFillings(allTokens, once));
  },
  blindAnswer({ blanks: ids, bank, once }, _key, chance) {
    const shuffled = chance.shuffle(bank ?? []);
    const any = (at: number) => (once ? shuffled[at] : bank?.[chance.below(bank.length)]) ?? '';
    const filled = ids.map((id, at) => [id, bank ? any(at) : `w${chance.below(1e6)}`] as const);
    return { blanks: Object.fromEntries(filled) };
  },
  chosenParts: ({ blanks: filled }) => Object.entries(filled).map(([id, text]) => `${id} ${text}`),
  formFields: ({ blanks: filled }) =>
    Object.fromEntries(Object.entries(filled).map(([id, text]) => [`blank.${id}`, [text]] as const)),
  exampleAnswer(body, key, right, chance) {
    const first = body.blanks.map((id) => key.accepted[id]?.[0] ?? '');
    const wrong = body.bank?.filter((token) => !Object.values(key.accepted).flat().includes(token)) ?? [];
    const wrongIndex = right ? -1 : chance.below(first.length);
    const other = wrong[chance.below(wrong.length)] ?? `${first[wrongIndex]}${chance.below(9)}`;
    return {
      blanks: Object.fromEntries(
        body.blanks.map((id, at) => [id, (at === wrongIndex ? other : first[at]) ?? '']),
      ),
    };
  },
  exampleSources: examples,
  blindResults,
};

/** The answers that each gap accepts, by `b1`, `b2` … in the order of the code. */
function readGaps(fence: Code, source: ItemSource): Record<string, string[]> {
  const gaps = [...fence.value.matchAll(pattern)].map(({ index, 1: inner = '' }) => ({
    before: fence.value.slice(0, index),
    texts: inner.split(/(?<!\\)\|/).map((text) => text.replace(/\\([|[\]])/g, '$1').trim()),
  }));
  const report = (rule: string, message: string) => source.report(fence, rule, message);
  if (gaps.length > 3) {
    report(
      'blanks-too-many',
      `This fence has ${gaps.length} blanks. Three at most are possible: split the task.`,
    );
  }
  for (const [at, { before, texts }] of gaps.entries()) {
    if (texts.includes('')) {
      report(
        'blank-empty',
        `Blank ${at + 1} accepts nothing${texts.length > 1 ? ' beside a bar' : ''}. Write the answer between [[ and ]], and a bar of the code as \\|.`,
      );
    }
    const indexed = /\w+$|[)\]]$/.exec(before)?.[0];
    if (indexed && /^["']/.test(texts[0] ?? '')) {
      report(
        'blank-index',
        `The brackets after «${indexed}» are read as blank ${at + 1}. If they belong to the code, write \\[[ for them.`,
      );
    }
  }
  return Object.fromEntries(gaps.map(({ texts }, at) => [`b${at + 1}`, texts.filter(Boolean)] as const));
}

function isRight({ ignore }: BlanksBody, key: BlanksKey, id: string, answer: BlanksAnswer): boolean {
  return accepts(key.accepted[id] ?? [], answer.blanks[id] ?? '', ignore);
}

function accepts(texts: readonly string[], given: string, ignore: readonly Ignorable[]): boolean {
  return texts.some((text) => isSame(text, given, ignore));
}

/** Replaces the placeholders that the highlighter has kept by Blank nodes. */
function withBlankNodes(node: RichNode): RichNode {
  if (typeof node === 'string') return node;
  const [tag, props, ...children] = node;
  return [
    tag,
    props,
    ...children.flatMap((child) => (typeof child === 'string' ? split(child) : [withBlankNodes(child)])),
  ];
}

function split(text: string): RichNode[] {
  return text.split(/(zqblank\d+zq)/).flatMap((piece): RichNode[] => {
    const number = /^zqblank(\d+)zq$/.exec(piece)?.[1];
    if (number) return [['Blank', { id: `b${number}` }]];
    return piece ? [piece] : [];
  });
}
