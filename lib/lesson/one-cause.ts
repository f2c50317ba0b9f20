import type { Finding } from './lesson.ts';

/** So many findings of one kind are each reported; of more, the first, with the lines of the others. */
const mostAlike = 5;
const mostLines = 8;

/** Rules about the content of a tag, which mean nothing where the tags of the file do not match. */
const ofStructure = new Set([
  'tag-place',
  'item-place',
  'item-nested',
  'item-inline',
  'parts-missing',
  'prompt-missing',
  'text-after-parts',
  'options-split',
  'options-too-few',
  'key-missing',
  'part-id-missing',
  'compare-sides',
  'plot-table',
  'trace-parts',
  'solution-missing',
  'back-missing',
]);
const brokenTags = new Set(['tag-unclosed', 'tag-stray']);
/** What a mistake in the parts of an item makes the item look like. */
const consequenceOf = new Map([
  ['list-blank', 'parts-missing'],
  ['table-head', 'parts-missing'],
  ['table-cells', 'parts-missing'],
  ['answer-line', 'key-missing'],
]);

/** The findings of a file: those of its parser, and those of its content that are not mere consequences of them. */
export function withoutConsequences(parsed: readonly Finding[], content: readonly Finding[]): Finding[] {
  const isBroken = parsed.some(({ rule }) => brokenTags.has(rule));
  const kept = isBroken ? content.filter(({ rule }) => !ofStructure.has(rule)) : content;
  const consequences = new Set(
    parsed.flatMap(({ rule, line }) => {
      const consequence = consequenceOf.get(rule);
      const item = kept.findLast((finding) => finding.rule === consequence && finding.line <= line);
      return item ? [item] : [];
    }),
  );
  return [...parsed, ...kept.filter((finding) => !consequences.has(finding))];
}

/** One finding for each cause: of many that say the same, the first stays and names the lines of the others. */
export function oneForEachCause(findings: readonly Finding[]): Finding[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    const all = alike.get(cause) ?? [];
    all.push(finding);
    alike.set(cause, all);
  }
  return findings.flatMap((finding) => {
    const all = alike.get(causeOf(finding)) ?? [];
    if (all.length <= mostAlike) return [finding];
    return all[0] === finding ? [withLines(finding, all.slice(1))] : [];
  });
}

/** Without what is quoted of the text, findings of one rule that say the same have the same cause. */
function causeOf({ file, severity, rule, message }: Finding): string {
  return `${file} ${severity} ${rule} ${rule.startsWith('html') ? '' : message.replace(/«[^»]*»/g, '')}`;
}

function withLines(finding: Finding, others: readonly Finding[]): Finding {
  const lines = [...new Set(others.map(({ line }) => line))];
  const shown = lines.slice(0, mostLines).join(', ');
  const more = lines.length > mostLines ? ' …' : '';
  return {
    ...finding,
    message: `${finding.message} And ${others.length} more from the same cause, in line ${shown}${more}.`,
  };
}
