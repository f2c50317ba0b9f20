import { z } from 'zod';
import type { ItemType } from '#lib/item/item-type.ts';
import { type Ignorable, ignorableOf, isSame, normalise } from '#lib/item/normalise.ts';
import { attributeNode } from '#lib/item/parts.ts';
import { combinations, mostTrials, withSetup } from '#lib/item/proof.ts';
import { proofTags, readProof, runsAttribute } from '#lib/item/read-proof.ts';
import { anyOf, namesIn } from '#lib/item/stated-parts.ts';
import { ignoreAttribute } from '#lib/item/typed-attributes.ts';
import { plainText, type Rich, type RichNode } from '#lib/text/rich.ts';
import { tokens } from '#lib/text/tokens.ts';
import { bankAttributes, countFillings, readBank } from './bank.ts';
import { blindResults, examples } from './examples.ts';
import { findGapText, piecesOf, readGaps, withBlankNodes } from './gap-text.ts';

export interface BlanksBody {
  /** Highlighted code, or a text, with `["Blank", {id}]` nodes in it. */
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

/** Fill the numbered gaps of a piece of code or of a text, from a word bank or by typing. */
export const blanks: ItemType<'blanks', BlanksBody, BlanksKey, BlanksAnswer, BlanksView> = {
  name: 'blanks',
  component: 'Blanks',
  attributes: z.strictObject({ ignore: ignoreAttribute(['case', 'spaces']).optional(), runs: runsAttribute }),
  nested: { Bank: bankAttributes, ...proofTags },
  hasGaps: true,
  graded: true,
  freeHints: false,
  read(source) {
    const text = findGapText(source);
    if (!text) {
      source.report(
        source.element,
        'blank-missing',
        'This item has no blank. Write one in its code fence, random.[[seed]](42), or in its text: The seed is [[42]].',
      );
      return undefined;
    }
    const accepted = readGaps(text, source);
    const bank = readBank(source, text.node, accepted);
    if (bank && source.attributes.ignore !== undefined) {
      source.report(
        attributeNode(source.element, 'ignore'),
        'ignore-bank',
        'Tokens of a bank are used as they are, so nothing is typed differently. Remove ignore="…", or the bank.',
      );
    }
    return {
      prompt: source.rich(text.prompt),
      body: {
        code: text.marked().map(withBlankNodes),
        blanks: Object.keys(accepted),
        bank: bank && bank.tokens.toSorted(),
        once: bank?.once ?? false,
        ignore: ignorableOf(source.attributes.ignore),
      },
      key: { accepted, feedback: bank?.feedback ?? {} },
      proof: readProof(source, text.language, piecesOf(text.value)),
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
  gradedBy: ({ blanks: ids, bank, once, ignore }, { accepted }) => ({
    choices: bank ?? [],
    key: { accepted: ids.map((id) => accepted[id]?.toSorted()), once, ignore: ignore.toSorted() },
  }),
  /** Every way to fill the gaps from the bank; of typed gaps, every accepted answer. */
  proofPlan(body, key, { language, setup, checks, texts }) {
    const most = mostTrials[language];
    const lists = body.blanks.map((id) => [
      ...new Set([
        ...(key.accepted[id] ?? []).filter((text) => !body.bank || body.bank.includes(text)),
        ...(body.bank ?? []),
      ]),
    ]);
    const isAllowed = (tokens: readonly string[]) => !body.once || new Set(tokens).size === tokens.length;
    const fillings = combinations(lists, mostFillings).filter(isAllowed);
    const trials = fillings.slice(0, most).map((tokens) => {
      const filled = { blanks: Object.fromEntries(body.blanks.map((id, at) => [id, tokens[at] ?? ''])) };
      const program = tokens.reduce(
        (text, token, at) => `${text}${token}${texts[`${at + 1}`] ?? ''}`,
        texts['0'] ?? '',
      );
      return {
        answer: `the answer ${tokens.map((token) => `«${token}»`).join(', ')}`,
        isRight: body.blanks.every((id) => isRight(body, key, id, filled)),
        program: withSetup(setup, program),
      };
    });
    return { language, checks, trials, answers: fillings.length };
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
  guessesByRule(body, { chance, frequency, prompt }) {
    const { bank } = body;
    if (!bank) {
      const stated = anyOf(namesIn(body.code), chance);
      return stated === undefined ? {} : { 'shared-words': fillInOrder(body, [stated]) };
    }
    const often = new Map(bank.map((token) => [token, frequency(token)]));
    return {
      shown: fillInOrder(body, chance.shuffle(bank)),
      'long-first': fillInOrder(
        body,
        bank.toSorted((a, b) => b.length - a.length),
      ),
      'short-first': fillInOrder(
        body,
        bank.toSorted((a, b) => a.length - b.length),
      ),
      ...statedToken(body, bank, `${plainText(prompt)}\n${plainText(body.code)}`),
      commonest: fillInOrder(
        body,
        bank.toSorted((a, b) => (often.get(b) ?? 0) - (often.get(a) ?? 0)),
      ),
    };
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

/** The first token in every gap, or one after the other where each can be used once. */
const fillInOrder = ({ blanks: ids, once }: BlanksBody, tokens: readonly string[]): BlanksAnswer => ({
  blanks: Object.fromEntries(ids.map((id, at) => [id, tokens[once ? at : 0] ?? ''])),
});

/** The tokens that the item itself says most often; nothing if it says none. */
function statedToken(
  body: BlanksBody,
  bank: readonly string[],
  text: string,
): { 'shared-words'?: BlanksAnswer } {
  const said = tokens(text).join(' ');
  const times = new Map(
    bank.map((token) => [token, ` ${said} `.split(` ${tokens(token).join(' ')} `).length]),
  );
  const isSaid = [...times.values()].some((count) => count > 1);
  const most = bank.toSorted((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
  return isSaid ? { 'shared-words': fillInOrder(body, most) } : {};
}

/** More than any bank gives that could be tried. */
const mostFillings = 10_000;

function isRight({ ignore }: BlanksBody, key: BlanksKey, id: string, answer: BlanksAnswer): boolean {
  return accepts(key.accepted[id] ?? [], answer.blanks[id] ?? '', ignore);
}

function accepts(texts: readonly string[], given: string, ignore: readonly Ignorable[]): boolean {
  return texts.some((text) => isSame(text, given, ignore));
}
