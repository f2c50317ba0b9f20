import type { Finding } from './lesson.ts';
import { maskCode } from './mask.ts';

/** Limits for a file before it is parsed. Small texts can take seconds: see the decision record on MDX. */
const limits = {
  characters: 256 * 1024,
  lines: 4_000,
  lineLength: 5_000,
  /** Quotes and lists opened at the start of one line. */
  containers: 20,
  indent: 60,
  /** Tags that are open at the same time. */
  tagDepth: 50,
} as const;

/** Counts over the whole file, outside code. */
const counts = [
  { what: 'table cells', most: 2_000, pattern: /\|/g },
  { what: 'emphasis marks', most: 1_000, pattern: /[*_~]+/g },
  { what: 'brackets', most: 2_000, pattern: /[[\]]/g },
  { what: 'tags', most: 3_000, pattern: /<\/?[A-Za-z]/g },
  { what: 'loose backticks', most: 200, pattern: /`+/g },
  { what: 'formula marks', most: 400, pattern: /\$+/g },
] as const;

/** Reports what would make parsing slow or deep. Without findings the text is safe to parse. */
export function overLimits(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  const report = (line: number, message: string) =>
    findings.push({ file, line, column: 1, severity: 'error', rule: 'limit', message });
  if (text.length > limits.characters) {
    report(1, `The file has ${text.length} characters; ${limits.characters} at most. Split the activity.`);
    return findings;
  }
  const lines = text.split('\n');
  if (lines.length > limits.lines)
    report(
      limits.lines + 1,
      `The file has ${lines.length} lines; ${limits.lines} at most. Split the activity.`,
    );
  const nul = lines.findIndex((content) => content.includes('\0'));
  if (nul >= 0) report(nul + 1, 'The file holds a NUL character. Save it as plain UTF-8 text.');
  lines.forEach((content, index) => {
    for (const message of lineFaults(content)) report(index + 1, message);
  });
  const masked = maskCode(text).masked.split('\n');
  for (const { what, most, pattern } of counts) {
    const line = lineExceeding(masked, pattern, most);
    if (line) report(line, `From here on the file has more than ${most} ${what}. Split the activity.`);
  }
  const deep = lineTooDeep(masked);
  if (deep)
    report(
      deep,
      `Here more than ${limits.tagDepth} tags are open at once. Close them before you open others.`,
    );
  return findings;
}

function lineFaults(content: string): string[] {
  const containers = /^(?:\s*(?:>|[-*+](?=\s)|\d+[.)](?=\s)))+/.exec(content)?.[0] ?? '';
  const depth = containers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  const indent = /^( *)(?:[-*+]|\d+[.)]) /.exec(content)?.[1]?.length ?? 0;
  return [
    ...(content.length > limits.lineLength
      ? [
          `This line has ${content.length} characters; ${limits.lineLength} at most. Break it into several lines.`,
        ]
      : []),
    ...(depth > limits.containers
      ? [`Quotes and lists are nested ${depth} deep here; ${limits.containers} at most. Remove some levels.`]
      : []),
    ...(indent > limits.indent
      ? [`This list is indented by ${indent} spaces; ${limits.indent} at most. Remove some levels.`]
      : []),
  ];
}

/** The line in which a count exceeds its limit; undefined if it does not. */
function lineExceeding(lines: readonly string[], pattern: RegExp, most: number): number | undefined {
  let seen = 0;
  const at = lines.findIndex((content) => {
    seen += content.match(pattern)?.length ?? 0;
    return seen > most;
  });
  return at === -1 ? undefined : at + 1;
}

function lineTooDeep(lines: readonly string[]): number | undefined {
  let depth = 0;
  const at = lines.findIndex((content) => {
    for (const tag of content.match(/<\/?[A-Za-z][^<>]*>?/g) ?? []) {
      if (tag.startsWith('</')) depth--;
      else if (!tag.endsWith('/>')) depth++;
    }
    return depth > limits.tagDepth;
  });
  return at === -1 ? undefined : at + 1;
}
