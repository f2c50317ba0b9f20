import type { Code, ListItem } from 'mdast';
import { z } from 'zod';
import type { Rich, RichNode } from '#lib/lesson/rich.ts';
import type { ItemSource, ItemType } from './item-type.ts';

export interface BlanksBody {
  /** Highlighted code with `["Blank", {id}]` nodes in it. */
  readonly code: Rich;
  readonly blanks: readonly string[];
  /** All tokens, right and wrong, in alphabetical order. */
  readonly bank: readonly string[];
}

export interface BlanksKey {
  readonly accepted: Readonly<Record<string, readonly string[]>>;
  /** What to say when a wrong token of the bank was put anywhere. */
  readonly feedback: Readonly<Record<string, Rich>>;
}

export interface BlanksAnswer {
  readonly blanks: Record<string, string>;
}

export type BlanksView = BlanksBody;

const pattern = /\[\[([^[\]\n]+)\]\]/g;

/** Fill the numbered gaps of a piece of code from a word bank. */
export const blanks: ItemType<'blanks', BlanksBody, BlanksKey, BlanksAnswer, BlanksView> = {
  name: 'blanks',
  component: 'Blanks',
  attributes: z.strictObject({}),
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
    const distractors = readBank(source);
    reportRight(distractors, accepted, source);
    let number = 0;
    const marked = fence.value.replace(pattern, () => `zqblank${++number}zq`);
    const first = Object.values(accepted).flatMap((texts) => texts.slice(0, 1));
    const at = source.nodes.indexOf(fence);
    return {
      prompt: source.rich([...source.nodes.slice(0, at), ...source.nodes.slice(at + 1)]),
      body: {
        code: source.code(fence, marked).map(withBlanks),
        blanks: Object.keys(accepted),
        bank: [...new Set([...first, ...distractors.map(({ token }) => token)])].toSorted(),
      },
      key: {
        accepted,
        feedback: Object.fromEntries(
          distractors.flatMap(({ token, feedback }) => (feedback ? [[token, feedback]] : [])),
        ),
      },
    };
  },
  form: z.record(z.string(), z.array(z.string().max(400)).readonly()).transform((fields) => ({
    blanks: Object.fromEntries(
      Object.entries(fields).flatMap(([name, [value]]) =>
        name.startsWith('blank.') ? [[name.slice('blank.'.length), (value ?? '').trim()] as const] : [],
      ),
    ),
  })),
  incomplete(body, answer) {
    const empty = body.blanks.filter((id) => !answer.blanks[id]);
    return empty.length === 0
      ? null
      : `Fill ${empty.map((id) => `blank ${id.slice(1)}`).join(' and ')} first.`;
  },
  rename: (answer) => answer,
  view: (body, chance) => ({ ...body, bank: chance.shuffle(body.bank) }),
  /** score = right blanks / blanks. */
  grade(body, key, answer) {
    const right = body.blanks.filter((id) => isRight(key, id, answer)).length;
    return { correct: right === body.blanks.length, score: right / body.blanks.length };
  },
  explain(body, key, answer, full) {
    const parts = Object.fromEntries(
      body.blanks.map((id) => [id, isRight(key, id, answer) ? 'right' : 'wrong'] as const),
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
  example(body, key, right, chance) {
    const wrong = body.bank.filter((token) => !Object.values(key.accepted).flat().includes(token));
    const filled = body.blanks.map((id) => {
      const slip = !right && wrong.length > 0;
      return [id, (slip ? wrong[chance.below(wrong.length)] : key.accepted[id]?.[0]) ?? ''] as const;
    });
    return { blanks: Object.fromEntries(filled) };
  },
};

/** The answers that each gap accepts, by `b1`, `b2` … in the order of the code. */
function readGaps(fence: Code, source: ItemSource): Record<string, string[]> {
  const found = [...fence.value.matchAll(pattern)].map(([, inner = '']) =>
    inner
      .split('|')
      .map((text) => text.trim())
      .filter(Boolean),
  );
  if (found.length > 3) {
    source.report(
      fence,
      'blanks-too-many',
      `This fence has ${found.length} blanks. Three at most are possible: split the task.`,
    );
  }
  const empty = found.findIndex((texts) => texts.length === 0);
  if (empty >= 0) {
    source.report(
      fence,
      'blank-empty',
      `Blank ${empty + 1} accepts nothing. Write the answer between [[ and ]].`,
    );
  }
  return Object.fromEntries(found.map((texts, at) => [`b${at + 1}`, texts] as const));
}

/** A token that is right somewhere would be called wrong elsewhere. */
function reportRight(
  distractors: readonly Distractor[],
  accepted: Record<string, string[]>,
  source: ItemSource,
): void {
  const right = new Set(Object.values(accepted).flat().map(squeeze));
  for (const { token, node } of distractors.filter((one) => right.has(squeeze(one.token)))) {
    const message = `«${token}» is right in a blank and so no wrong token. Remove it from <Bank>: answers join by themselves.`;
    source.report(node, 'bank-right', message);
  }
}

interface Distractor {
  readonly token: string;
  readonly feedback: Rich | null;
  readonly node: ListItem;
}

function isRight(key: BlanksKey, id: string, answer: BlanksAnswer): boolean {
  const given = squeeze(answer.blanks[id] ?? '');
  return (key.accepted[id] ?? []).some((text) => squeeze(text) === given);
}

function squeeze(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function readBank(source: ItemSource): Distractor[] {
  const [bank] = source.nested('Bank');
  const list = bank?.children.find((node) => node.type === 'list');
  if (!bank || list?.type !== 'list') {
    source.report(
      bank ?? source.element,
      'bank-missing',
      'This item has no word bank. Add <Bank> with a list of wrong tokens as inline code.',
    );
    return [];
  }
  return list.children.map((node) => {
    const [paragraph] = node.children;
    const code =
      paragraph?.type === 'paragraph'
        ? paragraph.children.find((child) => child.type === 'inlineCode')
        : undefined;
    if (code?.type !== 'inlineCode') {
      source.report(node, 'bank-token', 'A token of the bank is inline code. Write it so: - `shuffle`.');
    }
    const quote = node.children.find((child) => child.type === 'blockquote');
    return {
      token: code?.type === 'inlineCode' ? code.value : '',
      feedback: quote?.type === 'blockquote' ? source.rich(quote.children) : null,
      node,
    };
  });
}

/** Puts a Blank node where the highlighter has carried its stand-in. */
function withBlanks(node: RichNode): RichNode {
  if (typeof node === 'string') return node;
  const [tag, props, ...children] = node;
  return [
    tag,
    props,
    ...children.flatMap((child) => (typeof child === 'string' ? split(child) : [withBlanks(child)])),
  ];
}

function split(text: string): RichNode[] {
  return text.split(/(zqblank\d+zq)/).flatMap((piece): RichNode[] => {
    const number = /^zqblank(\d+)zq$/.exec(piece)?.[1];
    if (number) return [['Blank', { id: `b${number}` }]];
    return piece ? [piece] : [];
  });
}
