import type { Finding } from './lesson.ts';
import { afterContainers, maskCode } from './mask.ts';
import type { Steps } from './steps.ts';

/**
 * The most characters of a file; a longer one is not looked at. The compiler gives each file the same time, or a long bomb
 * would have a long one; a file of this length, twice that of our longest pool, needs half of it.
 */
export const longestFile = 96_000;
/** What we write into one file before we begin the next: it leaves room for what authors add. */
export const usualLongestFile = 64_000;

/** Limits for a file before it is parsed. Small texts can take seconds: see the decision record on MDX. */
const limits = {
  characters: longestFile,
  lines: 12_000,
  lineLength: 5_000,
  /** Quotes and lists opened at the start of one line. */
  containers: 20,
  indent: 60,
  /** Tags that are open at the same time. */
  tagDepth: 50,
  /** Brackets that are open at the same time in one paragraph. */
  bracketDepth: 20,
  /** The same mark again and again. */
  run: 100,
} as const;

/** Counts over the whole file, outside code. A run of emphasis, backticks or dollar signs counts once. */
const counts = {
  cells: { what: 'table cells', most: 10_000 },
  emphasis: { what: 'emphasis marks', most: 3_000 },
  brackets: { what: 'brackets', most: 8_000 },
  tags: { what: 'tags', most: 10_000 },
  angles: { what: '`<` that begin no tag', most: 200 },
  braces: { what: 'braces', most: 10_000 },
  /** Of which each is looked for to the end of its paragraph. A formula’s braces are closed in their line. */
  openBraces: { what: 'braces without a partner in their line', most: 1_000 },
  backticks: { what: 'loose backticks', most: 200 },
  dollars: { what: 'formula marks', most: 1_000 },
} as const;
type Count = keyof typeof counts;

/** Every limit in the words of the handbook, which a test compares. */
export const allLimits: readonly (readonly [what: string, most: number])[] = [
  ['characters', limits.characters],
  ['lines', limits.lines],
  ['characters in a line', limits.lineLength],
  ['quotes and lists within one another', limits.containers],
  ['spaces before a list', limits.indent],
  ['tags that are open at the same time', limits.tagDepth],
  ['brackets that are open at the same time', limits.bracketDepth],
  ['times the same mark in a row', limits.run],
  ...Object.values(counts).map(({ what, most }) => [what, most] as const),
];

const countOf = new Map<string, Count>([
  ['|', 'cells'],
  ...[...'*_~'].map((char) => [char, 'emphasis'] as const),
  ...[...'[]'].map((char) => [char, 'brackets'] as const),
  ...[...'{}'].map((char) => [char, 'braces'] as const),
  ['`', 'backticks'],
  ['$', 'dollars'],
]);
/** Marks of which a run counts once. */
const joined = new Set<Count>(['emphasis', 'backticks', 'dollars']);

/**
 * Reports what would make parsing slow or deep. It looks at each character a few times at most. What it lets through is
 * compiled under limits of time and memory, since no count can foresee everything.
 */
export function overLimits(file: string, text: string, steps?: Steps): Finding[] {
  const report = (line: number, message: string): Finding => ({
    file,
    line,
    column: 1,
    severity: 'error',
    rule: 'limit',
    message,
  });
  if (text.length > limits.characters) {
    return [
      report(1, `The file has ${text.length} characters; ${limits.characters} at most. Split the activity.`),
    ];
  }
  const lines = text.split('\n');
  const tooLong = `The file has ${lines.length} lines; ${limits.lines} at most. Split the activity.`;
  const findings = lines.length > limits.lines ? [report(limits.lines + 1, tooLong)] : [];
  for (const [index, content] of lines.entries()) {
    steps?.add(content.length + 1);
    for (const message of lineFaults(content, steps)) findings.push(report(index + 1, message));
  }
  const scan = new MarkScan();
  for (const [index, content] of maskCode(text, steps).masked.split('\n').entries()) {
    for (const message of scan.read(content, steps)) findings.push(report(index + 1, message));
  }
  return findings;
}

function lineFaults(content: string, steps?: Steps): string[] {
  const opened = content.slice(0, afterContainers(content, steps));
  const depth = opened.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  const indent = opened.search(/\S/);
  steps?.add(opened.length);
  const faults = [
    [content.includes('\0'), 'The file holds a NUL character. Save it as plain UTF-8 text.'],
    [
      content.length > limits.lineLength,
      `This line has ${content.length} characters; ${limits.lineLength} at most. Break it into several lines.`,
    ],
    [
      depth > limits.containers,
      `Quotes and lists are nested ${depth} deep here; ${limits.containers} at most. Remove some levels.`,
    ],
    [
      indent > limits.indent && !opened.trimStart().startsWith('>'),
      `This list is indented by ${indent} spaces; ${limits.indent} at most. Remove some levels.`,
    ],
  ] as const;
  return faults.flatMap(([isFault, message]) => (isFault ? [message] : []));
}

/** Counts the marks of a file line by line, and the depth of its tags and brackets. */
class MarkScan {
  private readonly seen = new Map<Count, number>();
  private readonly reported = new Set<string>();
  private tagDepth = 0;
  private bracketDepth = 0;

  /** Returns what is over its limit from this line on; each limit is reported once. */
  read(content: string, steps?: Steps): string[] {
    if (content.trim() === '') this.bracketDepth = 0;
    const found = new Set<string>();
    let run = 0;
    let open = 0;
    for (let at = 0; at < content.length; at++) {
      const char = content.charAt(at);
      run = char === content.charAt(at - 1) ? run + 1 : 1;
      steps?.add(1);
      if (char === '<') this.readAngle(content, at, found, steps);
      const count = countOf.get(char);
      if (!count) continue;
      if (run === 1 || !joined.has(count)) this.count(count, found);
      if (char === '{') open++;
      if (char === '}' && --open < 0) {
        open = 0;
        this.count('openBraces', found);
      }
      if (count === 'brackets') this.bracketDepth = Math.max(0, this.bracketDepth + (char === '[' ? 1 : -1));
      if (this.bracketDepth > limits.bracketDepth)
        found.add(
          `Here more than ${limits.bracketDepth} brackets are open at once. Close them, or write \\[ for a bracket that is text.`,
        );
      if (run > limits.run && char !== '|' && char !== '_')
        found.add(`Here \`${char}\` stands more than ${limits.run} times in a row. Remove some of them.`);
    }
    for (; open > 0; open--) this.count('openBraces', found);
    const fresh = [...found].filter((message) => !this.reported.has(message));
    for (const message of fresh) this.reported.add(message);
    return fresh;
  }

  private count(count: Count, found: Set<string>): void {
    const seen = (this.seen.get(count) ?? 0) + 1;
    this.seen.set(count, seen);
    const { what, most } = counts[count];
    if (seen > most) found.add(`From here on the file has more than ${most} ${what}. Split the activity.`);
  }

  private readAngle(content: string, at: number, found: Set<string>, steps?: Steps): void {
    const isClosing = content.charAt(at + 1) === '/';
    if (!/[A-Za-z]/.test(content.charAt(at + (isClosing ? 2 : 1)))) return this.count('angles', found);
    this.count('tags', found);
    // Up to the next bracket, so no character is passed twice.
    let end = at + 1;
    while (end < content.length && !'<>'.includes(content.charAt(end))) end++;
    steps?.add(end - at);
    if (isClosing) this.tagDepth--;
    else if (content.slice(end - 1, end + 1) !== '/>') this.tagDepth++;
    if (this.tagDepth > limits.tagDepth)
      found.add(
        `Here more than ${limits.tagDepth} tags are open at once. Close them before you open others.`,
      );
  }
}
