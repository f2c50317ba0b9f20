import type { Finding } from '#lib/lesson/lesson.ts';
import { type EditedText, edited, type Place, placesOf } from '#lib/lesson/markdown/edits.ts';
import { attributeLists } from './attribute-lists.ts';
import { boxes } from './boxes.ts';
import { formulaBlocks } from './formula-blocks.ts';
import { type Rewriter, shownOf } from './rewriting.ts';
import { roles } from './roles.ts';
import { templates } from './templates.ts';

/** A text that has the syntax of ours where its author wrote that of another tool. */
export interface OthersText extends EditedText {
  readonly findings: readonly Omit<Finding, 'file'>[];
  /** What was done, for those who let the file be written anew; lines count in the author's text. */
  readonly changes: readonly Change[];
}

/** A change of a line: its number from 1, and what was done, in words for the author. */
export interface Change {
  readonly line: number;
  readonly words: string;
}

/** Boxes within indented boxes are found once those are written anew. */
const deepest = 4;

/** What has the same meaning here, or none. */
export const harmless: readonly Rewriter[] = [
  ...Array.from({ length: deepest }, () => boxes),
  formulaBlocks,
  templates,
  roles,
  attributeLists,
];

/**
 * Reads what other tools for Markdown understand and what has the same meaning here, or none: boxes, attributes and
 * tags of templates. Each is a warning.
 */
export const readOthers = (source: string): OthersText => rewritten(source, harmless);

/** The text after each of the rewriters in their order. */
export function rewritten(source: string, rewriters: readonly Rewriter[]): OthersText {
  let text = source;
  let shown: string | undefined;
  let sourcePlace = (place: Place): Place => place;
  const findings: Omit<Finding, 'file'>[] = [];
  const changes: Change[] = [];
  for (const rewriter of rewriters) {
    if (!rewriter.signs.test(text)) continue;
    shown ??= shownOf(text);
    const { edits, notices } = rewriter.rewrite(text, shown);
    if (edits.length === 0) continue;
    shown = undefined;
    const placeOf = placesOf(text);
    const back = sourcePlace;
    for (const { offset, rule, message, words } of notices) {
      const place = back(placeOf(offset));
      if (message !== undefined) findings.push({ ...place, severity: 'warning', rule, message });
      changes.push({ line: place.line, words });
    }
    const step = edited(text, edits);
    text = step.text;
    sourcePlace = (place) => back(step.sourcePlace(place));
  }
  return { text, sourcePlace, findings, changes };
}
