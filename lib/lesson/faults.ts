import { maskCode } from './mask.ts';

/** A place at which the text is no MDX, in an author's words. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Says what broke the parser. Where it noticed is often far behind the cause, so the cause is looked for. */
export function faultOf(error: unknown, text: string): Fault {
  if (error instanceof RangeError) {
    return {
      line: 1,
      column: 1,
      rule: 'limit',
      message: 'This text is nested too deep to be read. Take some levels of quotes, lists or tags out.',
    };
  }
  const noticed = errorPosition(error, text);
  const reason = error instanceof Error ? error.message : String(error);
  const lines = maskCode(text).masked.split('\n');
  if (/closing tag|closing slash/.test(reason)) return tagFault(reason, noticed, lines);
  if (/in expression|expression in container/.test(reason)) {
    return {
      ...(openBrace(lines, noticed) ?? noticed),
      rule: 'prose-brace',
      message:
        'A `{` in prose begins code in MDX, and no code runs here. Write `\\{`, or put the text into `inline code`.',
    };
  }
  const place = openAngle(lines, noticed) ?? noticed;
  const start = text.split('\n')[place.line - 1]?.slice(place.column - 1) ?? '';
  return { ...place, ...angleFault(start, reason) };
}

function tagFault(reason: string, noticed: Position, lines: readonly string[]): Fault {
  const opened = /for `<([\w.:-]*)>` \((\d+):(\d+)-/.exec(reason);
  const closing = /^Unexpected closing tag `<\/([\w.:-]*)>`/.exec(reason)?.[1];
  if (opened && (closing === undefined || isOpen(closing, lines, noticed))) {
    const [, name = '', line, column] = opened;
    const place = { line: Number(line), column: Number(column) };
    if (/^[a-z]/.test(name)) return { ...place, rule: 'html', message: htmlMessage(name) };
    return {
      ...place,
      rule: 'tag-unclosed',
      message: `<${name}> is not closed where it should be. Close it with </${name}> on a line of its own, with empty lines around its content.`,
    };
  }
  const between = /closing tag `<\/?([\w.:-]*)>` either after/.exec(reason);
  const at = lines[noticed.line - 1]?.indexOf('</', between ? noticed.column - 1 : 0) ?? -1;
  if (between) {
    return {
      line: noticed.line,
      column: at >= 0 ? at + 1 : noticed.column,
      rule: 'tag-stray',
      message: `</${between[1]}> stands within a line of text, a list or a quote that began after its opening tag. Put it on a line of its own, not indented, with an empty line before it.`,
    };
  }
  const before = lines[noticed.line - 1]?.lastIndexOf('<', noticed.column - 1) ?? -1;
  return {
    line: noticed.line,
    column: before >= 0 ? before + 1 : noticed.column,
    rule: 'tag-stray',
    message: 'This closing tag closes nothing. Remove it, or open the tag before it.',
  };
}

/** What somebody meant who wrote this `<`. */
function angleFault(start: string, reason: string): Pick<Fault, 'rule' | 'message'> {
  if (start.startsWith('<!')) {
    return {
      rule: 'html',
      message:
        'Comments and declarations of HTML are not possible here. Write {/* a comment */}, or remove it.',
    };
  }
  if (/^<(https?:|mailto:|[\w.+-]+@)/.test(start)) {
    return {
      rule: 'prose-less-than',
      message: 'An address in `<…>` begins a tag in MDX. Write [what it is](https://…) instead.',
    };
  }
  if (/attribute value/.test(reason) && /^<\w/.test(start)) {
    return {
      rule: 'attribute-quotes',
      message: `An attribute in «${excerpt(start)}» is not quoted properly. Write name="value", with straight quotes at both ends.`,
    };
  }
  return {
    rule: 'prose-less-than',
    message: `A \`<\` in prose begins a tag in MDX («${excerpt(start)}»). Write "under 5 %", \`\\<\`, or put the text into \`inline code\`.`,
  };
}

export const htmlMessage = (name: string): string =>
  `<${name}> is HTML, which lessons do not use. Write Markdown, or put it into \`inline code\`.`;

const excerpt = (start: string): string => start.slice(0, 12).trim();

function errorPosition(error: unknown, text: string): Position {
  if (typeof error === 'object' && error !== null) {
    const { line, column } = { line: undefined, column: undefined, ...error };
    if (typeof line === 'number' && typeof column === 'number') return { line, column };
  }
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Whether a tag of this name still waits to be closed where a closing tag was met. */
function isOpen(name: string, lines: readonly string[], { line, column }: Position): boolean {
  const before = [...lines.slice(0, line - 1), (lines[line - 1] ?? '').slice(0, column - 1)].join('\n');
  const open: string[] = [];
  for (const [, slash, tag = '', self] of before.matchAll(
    /<(\/?)([A-Za-z][\w.:-]*)(?:"[^"]*"|[^"<>])*?(\/?)>/g,
  )) {
    if (slash) open.splice(open.lastIndexOf(tag), open.includes(tag) ? 1 : 0);
    else if (!self) open.push(tag);
  }
  return open.includes(name);
}

/** The last `<` at or before a place. */
function openAngle(lines: readonly string[], { line, column }: Position): Position | undefined {
  for (let at = line; at >= 1; at--) {
    const found = (lines[at - 1] ?? '').lastIndexOf('<', at === line ? column - 1 : Number.POSITIVE_INFINITY);
    if (found >= 0) return { line: at, column: found + 1 };
  }
  return undefined;
}

/** The parser notices a missing `}` only where its paragraph ends: the first `{` up to there that nothing closes. */
function openBrace(lines: readonly string[], noticed: Position): Position | undefined {
  const open: Position[] = [];
  lines.slice(0, noticed.line).forEach((masked, index) => {
    const content = masked.replace(/=\s*"[^"]*"/g, (value) => ' '.repeat(value.length));
    for (const found of content.matchAll(/\\.|[{}]/g)) {
      if (found[0] === '{') open.push({ line: index + 1, column: found.index + 1 });
      else if (found[0] === '}') open.pop();
    }
  });
  return open[0];
}
