import type { List, ListItem, RootContent } from 'mdast';
import { z } from 'zod';
import type { ItemSource } from '#lib/item/item-type.ts';
import { isSame } from '#lib/item/normalise.ts';
import { attributesOf } from '#lib/item/parts.ts';
import type { Rich } from '#lib/text/rich.ts';

/** Attributes of `<Bank>`. */
export const bankAttributes = z.strictObject({ once: z.literal('').optional() });

export interface Bank {
  /** The first answer of each gap and the wrong tokens, without duplicates. */
  readonly tokens: readonly string[];
  readonly once: boolean;
  /** Feedback on a wrong token, whichever gap it is in. */
  readonly feedback: Readonly<Record<string, Rich>>;
}

interface Token {
  readonly token: string;
  readonly feedback: Rich | null;
  readonly node: ListItem;
}

type Accepted = Readonly<Record<string, readonly string[]>>;

/** The word bank of an item; null when it has none and its gaps are typed. */
export function readBank(source: ItemSource, text: RootContent, accepted: Accepted): Bank | null {
  const [element] = source.nested('Bank');
  if (!element) return null;
  const list = element.children.find((node) => node.type === 'list');
  if (list?.type !== 'list') {
    source.report(
      element,
      'bank-missing',
      'This bank has no list. Write its wrong tokens as inline code, or remove <Bank> to have the gaps typed.',
    );
    return null;
  }
  const wrong = readTokens(list, source);
  const once = 'once' in attributesOf(element);
  const right = Object.values(accepted).flatMap((texts) => texts.slice(0, 1));
  const tokens = [...new Set([...right, ...wrong.map(({ token }) => token)])];
  reportRightTokens(wrong, accepted, source);
  reportRepeats(wrong, source);
  reportAlike([...new Set(right)], text, source);
  const rightTokens = Object.values(accepted).map((texts) => tokens.filter((token) => texts.includes(token)));
  if (once && right.length === rightTokens.length && countFillings(rightTokens, true) === 0) {
    source.report(
      element,
      'bank-unsolvable',
      'Each token can be used once, but two gaps need the same one, so nobody can fill them all. Remove `once`, or change a gap.',
    );
  } else if (once) reportDeadEnd(rightTokens, text, source);
  return {
    tokens,
    once,
    feedback: Object.fromEntries(
      wrong.flatMap(({ token, feedback }) => (feedback ? [[token, feedback]] : [])),
    ),
  };
}

function readTokens(list: List, source: ItemSource): Token[] {
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

const isAlike = (a: string, b: string): boolean => isSame(a, b, []);

/** Reports wrong tokens that are right in some gap: their feedback would be false there. */
function reportRightTokens(wrong: readonly Token[], accepted: Accepted, source: ItemSource): void {
  const right = Object.values(accepted).flat();
  for (const { token, node } of wrong.filter((one) => right.some((text) => isAlike(text, one.token)))) {
    const message = `«${token}» is right in a blank, so it is not a wrong token. Remove it from <Bank>: answers are added by themselves.`;
    source.report(node, 'bank-right', message);
  }
}

/** Reports tokens that count as the same. */
function reportRepeats(wrong: readonly Token[], source: ItemSource): void {
  for (const [at, { token, node }] of wrong.entries()) {
    const earlier = wrong.slice(0, at).find((other) => token && isAlike(other.token, token));
    if (!earlier) continue;
    const isRepeat = earlier.token === token;
    source.report(
      node,
      isRepeat ? 'bank-twice' : 'bank-alike',
      isRepeat
        ? `«${token}» is in the bank twice. Remove one of the two.`
        : `«${token}» and «${earlier.token}» differ only in spaces, quotes or dashes and count as the same. Remove one of the two.`,
    );
  }
}

/** Reports answers of two gaps that would be two tokens although they count as the same. */
function reportAlike(right: readonly string[], text: RootContent, source: ItemSource): void {
  const twin = right.find((token, at) => right.findIndex((other) => isAlike(other, token)) < at);
  if (twin === undefined) return;
  source.report(
    text,
    'bank-alike',
    `«${twin}» would be in the bank in two spellings that count as the same. Write it in one way in all gaps.`,
  );
}

/** Reports a token that is right in one gap but, placed there, leaves another gap without an answer. */
function reportDeadEnd(
  rightTokens: readonly (readonly string[])[],
  text: RootContent,
  source: ItemSource,
): void {
  for (const [at, tokens] of rightTokens.entries()) {
    const others = rightTokens.filter((_, other) => other !== at);
    const blocking = tokens.find(
      (token) =>
        countFillings(
          others.map((tokensOfGap) => tokensOfGap.filter((one) => one !== token)),
          true,
        ) === 0,
    );
    if (blocking === undefined) continue;
    source.report(
      text,
      'bank-dead-end',
      `«${blocking}» is right in blank ${at + 1}, but once used there it is missing in another blank. Remove it from blank ${at + 1}, or remove \`once\`.`,
    );
    return;
  }
}

/** The number of ways to fill each gap with one of its tokens; with `once`, only those that use no token twice. */
export function countFillings(rightTokens: readonly (readonly string[])[], once: boolean): number {
  const [first, ...rest] = rightTokens;
  if (!first) return 1;
  if (!once) return first.length * countFillings(rest, once);
  return first.reduce(
    (sum, token) =>
      sum +
      countFillings(
        rest.map((tokens) => tokens.filter((other) => other !== token)),
        once,
      ),
    0,
  );
}
