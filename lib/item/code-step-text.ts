/** What a check says of a program's text: needles are alternatives, blanks left out. */
export interface TextRule {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly before: readonly string[];
}

/** Alternatives in an attribute: `a || b`. */
export function either(text: string | undefined): string[] {
  return (text ?? '').split('||').map(squeeze).filter(Boolean);
}

export function textHolds(rule: TextRule, program: string, language: string): boolean {
  const text = squeeze(withoutComments(program, language));
  const at = rule.has.map((needle) => text.indexOf(needle)).filter((index) => index >= 0);
  if (rule.has.length > 0 && at.length === 0) return false;
  if (rule.lacks.some((needle) => text.includes(needle))) return false;
  const later = rule.before.map((needle) => text.indexOf(needle)).filter((index) => index >= 0);
  return rule.before.length === 0 || later.some((index) => Math.min(...at) < index);
}

/** Blanks and line ends never decide a check. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What begins a comment, and whether it does so in the midst of a word too. */
const comments: Readonly<Record<string, { readonly mark: string; readonly anywhere: boolean }>> = {
  python: { mark: '#', anywhere: true },
  toml: { mark: '#', anywhere: true },
  javascript: { mark: '//', anywhere: true },
  typescript: { mark: '//', anywhere: true },
  sql: { mark: '--', anywhere: true },
};

/** The program without comments, as far as they stand outside quotes. */
function withoutComments(program: string, language: string): string {
  const { mark, anywhere } = (Object.hasOwn(comments, language) ? comments[language] : undefined) ?? {
    mark: '#',
    anywhere: false,
  };
  const begins = (line: string, at: number) =>
    line.startsWith(mark, at) && (anywhere || /^$|\s$/.test(line.slice(0, at)));
  return program
    .split('\n')
    .map((line) => {
      let quote = '';
      for (let at = 0; at < line.length; at++) {
        const char = line[at] ?? '';
        if (quote) {
          if (char === quote && line[at - 1] !== '\\') quote = '';
        } else if (char === '"' || char === "'") {
          quote = char;
        } else if (begins(line, at)) {
          return line.slice(0, at);
        }
      }
      return line;
    })
    .join('\n');
}
