import { maskCode } from './mask.ts';

/** A position at which the text is not MDX, explained to its author. */
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

/** The cause of an error of the parser, which often notices it far after its cause. */
export function faultOf(error: unknown, text: string): Fault {
  if (error instanceof RangeError) {
    return {
      line: 1,
      column: 1,
      rule: 'limit',
      message: 'This text is nested too deeply to be read. Remove some levels of quotes, lists or tags.',
    };
  }
  const errorAt = errorPosition(error, text);
  const reason = error instanceof Error ? error.message : String(error);
  const lines = maskCode(text).masked.split('\n');
  if (/closing tag|closing slash/.test(reason)) return tagFault(reason, errorAt, lines);
  if (/in expression|expression in container/.test(reason)) {
    return {
      ...(openBrace(lines, errorAt) ?? errorAt),
      rule: 'prose-brace',
      message:
        'A `{` in prose begins code in MDX, and no code runs here. Write `\\{`, or put the text into `inline code`.',
    };
  }
  const position = openAngle(lines, errorAt) ?? errorAt;
  const start = text.split('\n')[position.line - 1]?.slice(position.column - 1) ?? '';
  return { ...position, ...angleFault(start, reason) };
}

function tagFault(reason: string, errorAt: Position, lines: readonly string[]): Fault {
  const opened = /for `<([\w.:-]*)>` \((\d+):(\d+)-/.exec(reason);
  const closing = /^Unexpected closing tag `<\/([\w.:-]*)>`/.exec(reason)?.[1];
  if (opened && (closing === undefined || isOpen(closing, lines, errorAt))) {
    const [, name = '', line, column] = opened;
    const position = { line: Number(line), column: Number(column) };
    if (/^[a-z]/.test(name)) return { ...position, rule: 'html', message: htmlMessage(name) };
    return {
      ...position,
      rule: 'tag-unclosed',
      message: `<${name}> is not closed where it should be. Close it with </${name}> on a line of its own, with empty lines around its content.`,
    };
  }
  const between = /closing tag `<\/?([\w.:-]*)>` either after/.exec(reason);
  const at = lines[errorAt.line - 1]?.indexOf('</', between ? errorAt.column - 1 : 0) ?? -1;
  if (between) {
    return {
      line: errorAt.line,
      column: at >= 0 ? at + 1 : errorAt.column,
      rule: 'tag-stray',
      message: `</${between[1]}> is within a line of text, a list or a quote that started after its opening tag. Put it on a line of its own, not indented, with an empty line before it.`,
    };
  }
  const before = lines[errorAt.line - 1]?.lastIndexOf('<', errorAt.column - 1) ?? -1;
  return {
    line: errorAt.line,
    column: before >= 0 ? before + 1 : errorAt.column,
    rule: 'tag-stray',
    message: 'This closing tag closes nothing. Remove it, or open the tag before it.',
  };
}

/** The fault of a `<` by what its author probably meant. */
function angleFault(start: string, reason: string): Pick<Fault, 'rule' | 'message'> {
  if (start.startsWith('<!')) {
    return {
      rule: 'html',
      message:
        'Comments and declarations of HTML are not possible here. Write {/* a comment */}, or remove it.',
    };
  }
  const address = /^<(?:mailto:)?([\w.+-]+@[\w.-]+|https?:[^>\s]*|mailto:)>?/.exec(start)?.[1];
  if (address !== undefined) {
    const cure =
      address.includes('@') && !address.includes('/')
        ? `[${address}](mailto:${address})`
        : `[what it is](${address})`;
    return {
      rule: 'prose-less-than',
      message: `An address in \`<…>\` begins a tag in MDX. Write ${cure} instead.`,
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

/** What to write in place of a tag of HTML. */
const htmlCures: Readonly<Record<string, string>> = {
  table: 'Write a table of Markdown: `| a | b |`, below it `|---|---|`, then a row in each line',
  p: 'Write the text alone, with an empty line between paragraphs',
  b: 'Write `**bold**`',
  strong: 'Write `**bold**`',
  i: 'Write `*emphasis*`',
  em: 'Write `*emphasis*`',
  a: 'Write [words](https://…)',
  ul: 'Write `- ` before each entry',
  ol: 'Write `1. ` before each entry',
  li: 'Write `- ` before each entry',
  code: 'Write `inline code`',
  pre: 'Write a fence of three backticks with the language',
};

export const htmlMessage = (name: string): string => {
  const cure = Object.hasOwn(htmlCures, name) ? htmlCures[name] : 'Write Markdown';
  return `<${name}> is HTML, which lessons do not use. ${cure}, or put it into \`inline code\`.`;
};

const excerpt = (start: string): string => start.slice(0, 12).trim();

function errorPosition(error: unknown, text: string): Position {
  if (typeof error === 'object' && error !== null) {
    const { line, column } = { line: undefined, column: undefined, ...error };
    if (typeof line === 'number' && typeof column === 'number') return { line, column };
  }
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Whether a tag of this name is still open at the position of a closing tag. */
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

/** The last `<` at or before a position. */
function openAngle(lines: readonly string[], { line, column }: Position): Position | undefined {
  for (let at = line; at >= 1; at--) {
    const found = (lines[at - 1] ?? '').lastIndexOf('<', at === line ? column - 1 : Number.POSITIVE_INFINITY);
    if (found >= 0) return { line: at, column: found + 1 };
  }
  return undefined;
}

/** The first `{` before the error that is not closed; the parser notices it only at the end of the paragraph. */
function openBrace(lines: readonly string[], errorAt: Position): Position | undefined {
  const open: Position[] = [];
  lines.slice(0, errorAt.line).forEach((masked, index) => {
    const content = masked.replace(/=\s*"[^"]*"/g, (value) => ' '.repeat(value.length));
    for (const found of content.matchAll(/\\.|[{}]/g)) {
      if (found[0] === '{') open.push({ line: index + 1, column: found.index + 1 });
      else if (found[0] === '}') open.pop();
    }
  });
  return open[0];
}
