import { visibleText } from '#lib/text/visible.ts';

/** What a check requires of a program's text. Each list holds alternatives without spaces. */
export interface TextRule {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly before: readonly string[];
}

/** Alternatives in an attribute: `a || b`. */
export function alternatives(text: string | undefined): string[] {
  return (text ?? '').split('||').map(withoutSpaces).filter(Boolean);
}

export function textHolds(rule: TextRule, program: string, language: string): boolean {
  const text = withoutSpaces(withoutComments(program, language));
  const at = rule.has.map((needle) => text.indexOf(needle)).filter((index) => index >= 0);
  if (rule.has.length > 0 && at.length === 0) return false;
  if (rule.lacks.some((needle) => text.includes(needle))) return false;
  const later = rule.before.map((needle) => text.indexOf(needle)).filter((index) => index >= 0);
  return rule.before.length === 0 || later.some((index) => Math.min(...at) < index);
}

/** Spaces, line breaks and invisible characters never decide a check. */
function withoutSpaces(text: string): string {
  return visibleText(text).replace(/\s+/g, '');
}

interface Comments {
  /** What starts a comment that ends with its line. */
  readonly mark: string;
  /** Whether it does so in the middle of a word too. */
  readonly anywhere: boolean;
  /** Whether the language has comments between slashes and stars. */
  readonly blocks: boolean;
}

const hash = { mark: '#', anywhere: true, blocks: false };
const slashes = { mark: '//', anywhere: true, blocks: true };
const comments: Readonly<Record<string, Comments>> = {
  python: hash,
  toml: hash,
  javascript: slashes,
  typescript: slashes,
  sql: { mark: '--', anywhere: true, blocks: true },
};

/** The program without comments outside quotes. A quote ends with its line at the latest. */
function withoutComments(program: string, language: string): string {
  const known = Object.hasOwn(comments, language) ? comments[language] : undefined;
  const { mark, anywhere, blocks } = known ?? { ...hash, anywhere: false };
  const startsComment = (at: number) =>
    program.startsWith(mark, at) && (anywhere || /\s/.test(program[at - 1] ?? '\n'));
  let code = '';
  let quote = '';
  for (let at = 0; at < program.length; at++) {
    const char = program[at] ?? '';
    if (quote && char === '\\') {
      code += program.slice(at, at + 2);
      at++;
    } else if (quote) {
      if (char === quote || char === '\n') quote = '';
      code += char;
    } else if (blocks && program.startsWith('/*', at)) {
      const end = program.indexOf('*/', at + 2);
      at = end === -1 ? program.length : end + 1;
    } else if (startsComment(at)) {
      const end = program.indexOf('\n', at);
      at = (end === -1 ? program.length : end) - 1;
    } else {
      if (char === '"' || char === "'") quote = char;
      code += char;
    }
  }
  return code;
}
