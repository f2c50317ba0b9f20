import type { Fault } from '#lib/lesson/faults.ts';
import { maskCode } from '#lib/lesson/mask.ts';
import { mendBoxes } from './boxes.ts';
import { mendFences } from './fences.ts';
import { mendFormulas } from './formulas.ts';
import { mendIndentedCode } from './indented-code.ts';
import type { Mender } from './mender.ts';
import { mendMerges } from './merges.ts';
import { mendOpenBoxes } from './open-boxes.ts';
import { mendTags } from './tags.ts';

const menders: readonly Mender[] = [
  mendFences,
  mendMerges,
  mendFormulas,
  mendIndentedCode,
  mendOpenBoxes,
  mendTags,
  mendBoxes,
];

/** The text of a file without the mistakes that would make the rest of it unreadable, each of them reported. */
export function mendText(text: string): { readonly text: string; readonly faults: readonly Fault[] } {
  let lines: readonly string[] = text.split('\n');
  const faults: Fault[] = [];
  let masked: readonly string[] | undefined;
  for (const mender of menders) {
    masked ??= maskCode(lines.join('\n')).masked.split('\n');
    const mended = mender(lines, masked);
    if (!areEqual(mended.lines, lines)) masked = undefined;
    lines = mended.lines;
    faults.push(...mended.faults);
  }
  return { text: lines.join('\n'), faults };
}

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((line, at) => line === b[at]));
