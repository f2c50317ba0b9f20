import type { RootContent } from 'mdast';
import { foldCase } from '#lib/text/fold-case.ts';
import { shownText } from '#lib/text/shown-text.ts';
import { visibleText } from '#lib/text/visible.ts';
import type { ItemSource } from './item-type.ts';
import { type Part, textOf } from './parts.ts';

/** Reports options that say the same, or differ in nothing but capitals, spaces or the full stop. */
export function reportAlike(parts: readonly Part[], source: ItemSource): void {
  const seen = new Map<string, string>();
  for (const part of parts) {
    if (part.label.length === 0) continue;
    const exact = shownText(part.label);
    const loose = isProse(part) ? looseText(part) : exact;
    const other = seen.get(loose);
    if (other !== undefined) source.report(part.node, 'option-twice', alikeMessage(exact === other));
    seen.set(loose, other ?? exact);
  }
}

const alikeMessage = (isSame: boolean): string =>
  isSame
    ? 'This option says the same as another one. Reword or remove it.'
    : 'This option differs from another one in capitals, spaces or a full stop only, so nobody can tell the two apart. Reword or remove it; write them as `code` if that is the point.';

/** In code, capitals and points have a meaning. */
const isProse = (part: Part): boolean => !/\["(?:code|pre|math)"/.test(JSON.stringify(part.label));

function looseText({ node }: Part): string {
  const own = node.children.filter((child) => child.type !== 'blockquote').map(textOf);
  return foldCase(visibleText(own.join(' ')))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[.。!]+$/, '');
}

const counts = ['one', 'two', 'three', 'four', 'five'] as const;
/** "Which two" alone may ask for a pair that is one option. */
const asked = new RegExp(
  `\\b(?:which\\s+one\\b(?!\\s+or\\b)|(?:choose|pick|select|mark|tick|check)\\s+(?:the\\s+|only\\s+|exactly\\s+)?(?:${counts.join('|')})\\b(?!\\s+or\\b)|which\\s+(?:${counts.join('|')})\\s+(?:of\\s+(?:these|the\\s+following)|options|answers|statements|are|hold|apply|fit)\\b)`,
  'i',
);
const counted = new RegExp(`\\b(?:${counts.join('|')})\\b`, 'i');
const single = /\b(?:only|exactly)\s+one\s+(?:of|answer|option|is|holds)\b/i;
const all =
  /\b(?:all|everything)\s+that\s+(?:apply|applies|hold|holds|fit|fits|is\s+true|are\s+true|are\s+right)\b|\bmore\s+than\s+one\s+(?:answer|option)\b/i;

/** Reports a question that asks for another number of options than are marked right. */
export function reportCount(
  prompt: readonly RootContent[],
  parts: readonly Part[],
  many: boolean,
  source: ItemSource,
): void {
  const right = parts.filter(({ checked }) => checked === true);
  const [first, second] = right;
  const text = prompt.flatMap((node) => (node.type === 'paragraph' ? [textOf(node)] : [])).join('\n');
  const word =
    counted.exec(asked.exec(text)?.[0] ?? '')?.[0].toLowerCase() ?? (single.test(text) ? 'one' : undefined);
  const wanted = counts.findIndex((name) => name === word) + 1;
  if (first === undefined || right.length === parts.length) return;
  if (wanted > 0 && wanted !== right.length) {
    source.report(
      (wanted < right.length ? (right[wanted] ?? second) : first)?.node,
      'key-count',
      `The question asks for ${word}, and ${right.length} ${right.length === 1 ? 'option is' : 'options are'} marked right. Correct the question, or mark as many with \`- [x]\`.`,
    );
  } else if (all.test(text) && right.length === 1 && !many) {
    source.report(
      first.node,
      'key-count',
      'The question asks for all that apply, and one option is marked right, so learners could choose one only. Mark the others with `- [x]`, or add `many` to the tag.',
    );
  }
}
