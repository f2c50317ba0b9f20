import type { Chance } from '#lib/chance/chance.ts';
import { plainText, type Rich, type RichNode } from '#lib/text/rich.ts';

/** What of a question may be copied as its answer: a number, a name in code, or what a program prints as it stands. */
export interface StatedParts {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  readonly literals: readonly string[];
}

export function statedParts(prompt: Rich): StatedParts {
  const code = codeTexts(prompt);
  return {
    numbers: distinct(plainText(prompt).match(/\d+(?:\.\d+)?/g) ?? []),
    names: distinct(code.filter((text) => !/\s/.test(text)).map((text) => text.trim())),
    literals: distinct(code.flatMap(printedLiterals)),
  };
}

/** One of these, each with the same probability; undefined if there are none. */
export const anyOf = (texts: readonly string[], chance: Chance): string | undefined =>
  texts.length === 0 ? undefined : texts[chance.below(texts.length)];

/** The names that a program gives to values; the names in it if it gives none. */
export function namesIn(code: Rich): string[] {
  const text = plainText(code);
  const given = [...text.matchAll(/([\p{L}_][\p{L}\p{N}_]*)\s*=(?!=)/gu)].map(([, name]) => name ?? '');
  return distinct(given.length > 0 ? given : (text.match(/[\p{L}_][\p{L}\p{N}_]{2,}/gu) ?? []));
}

function printedLiterals(code: string): string[] {
  const lines = code.split('\n').filter((line) => /\b(?:print|console\.log|echo|select|puts)\b/i.test(line));
  return lines.flatMap((line) =>
    [...line.matchAll(/"([^"]+)"|'([^']+)'|(?<![\w.])(\d+(?:\.\d+)?)/g)].map(
      ([, double, single, digits]) => double ?? single ?? digits ?? '',
    ),
  );
}

function codeTexts(nodes: readonly RichNode[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (typeof node === 'string') return [];
    const [tag, , ...children] = node;
    return tag === 'code' ? [plainText(children)] : codeTexts(children);
  });
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))];
