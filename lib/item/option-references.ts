import type { RootContent } from 'mdast';
import type { ItemSource } from './item-type.ts';
import type { Part } from './parts.ts';

const letter = '[A-H]';
/** "Option A", "answers B and C": the letter is a capital, the noun may start with one. */
const named = new RegExp(`\\b(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s?\\s+${letter}\\b(?!['’.-]?\\w)`);
/** "Both A and C", "A or B", "only D" as the whole text of an option. */
const letters = new RegExp(
  `^(?:(?:[Bb]oth|[Oo]nly|[Ee]ither|[Nn]either)\\s+${letter}|${letter}(?=\\s*(?:,|and|or|&|only)))(?:\\s*(?:,|and|or|nor|&)\\s*${letter})*\\s*(?:only)?\\.?$`,
);
const ordinal =
  /\bthe\s+(?:first|second|third|fourth|fifth|last)\s+(?:answer|choice)s?\b|\b(?:option|answer|choice)s?\s+(?:above|below)\b/i;
const above = /\b(?:all|none|any|both|neither|each|some|one)\s+of\s+(?:the|these)\s+above\b|\ball\s+above\b/i;

/** Reports text that refers to an option by its position or letter: each learner sees the options in another order. */
export function reportReferences(
  prompt: readonly RootContent[],
  parts: readonly Part[],
  source: ItemSource,
): void {
  for (const node of prompt) reportNamed(node, source);
  for (const part of parts) {
    const text = prose(part.node.children.filter((child) => child.type !== 'blockquote')).trim();
    if (letters.test(text)) {
      source.report(
        part.node,
        'option-letter',
        'This option names others by letters, and options are shuffled and have none. Write what they say, or mark several options right. If it is a name of your own, write it as `code`.',
      );
    } else if (above.test(text) && !part.last) {
      source.report(
        part.node,
        'option-above',
        'Options are shuffled, so nothing is "above". Mark several options right instead, or keep this one at the end: <Id is="…" last />.',
      );
    }
    reportNamed(part.node, source);
  }
}

function reportNamed(node: RootContent, source: ItemSource): void {
  const text = prose([node]);
  const found = named.exec(text) ?? ordinal.exec(text);
  if (!found) return;
  source.report(
    node,
    'option-letter',
    `«${found[0]}» names an option by its position, and each learner sees another order. Write what the option says; if it is a name of your own, write it as \`code\`.`,
  );
}

/** The words of some nodes, without code, formulas and tags. */
function prose(nodes: readonly unknown[]): string {
  return nodes.map(words).join(' ');
}

function words(node: unknown): string {
  if (typeof node !== 'object' || node === null || !('type' in node)) return '';
  if (node.type === 'text' && 'value' in node && typeof node.value === 'string') return node.value;
  if (!('children' in node) || !Array.isArray(node.children)) return '';
  return node.children.map(words).join('');
}
