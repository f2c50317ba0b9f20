import { z } from 'zod';
import type { Rich } from '#lib/lesson/rich.ts';
import type { ItemSource, ItemType } from './item-type.ts';
import { attributesOf } from './parts.ts';

export interface CodeStepBody {
  readonly language: string;
  readonly starter: string;
  readonly checks: readonly string[];
}

export interface CodeStepKey {
  readonly checks: readonly Check[];
  readonly program: string;
}

/** A statement about the program's text that needs no run. */
interface Check {
  readonly id: string;
  readonly message: Rich;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly before: readonly string[];
}

export interface CodeStepAnswer {
  readonly code: string;
}

/** Attributes of a `<Check>`. */
export const checkAttributes = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens'),
  has: z.string().optional(),
  lacks: z.string().optional(),
  before: z.string().optional(),
});

/** One step of a project: edit the program until every check holds. */
export const codeStep: ItemType<'code-step', CodeStepBody, CodeStepKey, CodeStepAnswer, CodeStepBody> = {
  name: 'code-step',
  component: 'CodeStep',
  attributes: z.strictObject({}),
  nested: { Check: checkAttributes },
  graded: true,
  freeHints: false,
  read(source) {
    const fence = source.nodes.find((node) => node.type === 'code');
    if (fence?.type !== 'code') {
      source.report(
        source.element,
        'starter-missing',
        'A CodeStep begins with a program. Add it as a code fence.',
      );
      return undefined;
    }
    const language = fence.lang ?? 'text';
    const checks = readChecks(source);
    const program = readProgram(source, checks, language);
    if (checks.length > 0 && checks.every((check) => holds(check, fence.value, language))) {
      source.report(
        fence,
        'starter-passes',
        'The starter program passes every check already, so nothing is left to do. Take something out of it, or add a check.',
      );
    }
    const at = source.nodes.indexOf(fence);
    return {
      prompt: source.rich([...source.nodes.slice(0, at), ...source.nodes.slice(at + 1)]),
      body: { language, starter: fence.value, checks: checks.map(({ id }) => id) },
      key: { checks, program },
    };
  },
  form: z
    .object({ code: z.array(z.string().max(20_000)).readonly().default([]) })
    .transform(({ code }) => ({ code: (code[0] ?? '').replaceAll('\r\n', '\n') })),
  incomplete: (_body, { code }) => (code.trim() ? null : 'The editor is empty. Write the step first.'),
  rename: (answer) => answer,
  view: (body) => body,
  /** score = checks that hold / checks. */
  grade({ language }, { checks }, { code }) {
    const held = checks.filter((check) => holds(check, code, language)).length;
    return { correct: held === checks.length, score: checks.length === 0 ? 0 : held / checks.length };
  },
  explain({ language }, { checks }, { code }) {
    const failed = checks.filter((check) => !holds(check, code, language));
    return {
      parts: Object.fromEntries(
        checks.map((check) => [check.id, failed.includes(check) ? 'wrong' : 'right'] as const),
      ),
      notes: Object.fromEntries(failed.map(({ id, message }) => [id, message] as const)),
    };
  },
  example: (body, key, right) => ({ code: right ? key.program : body.starter }),
};

function readChecks(source: ItemSource): Check[] {
  const elements = source.nested('Check');
  if (elements.length === 0) {
    source.report(
      source.element,
      'check-missing',
      'A CodeStep needs at least one <Check>, or every program would do. Add one.',
    );
  }
  const seen = new Set<string>();
  return elements.flatMap((element): Check[] => {
    // What is wrong with its attributes has been reported before.
    const { data } = checkAttributes.safeParse(attributesOf(element));
    if (!data) return [];
    const { id, has, lacks, before } = data;
    if (seen.has(id)) {
      source.report(
        element,
        'check-id-twice',
        `The id «${id}» is used by two checks of this item. Give one of the two another id.`,
      );
    }
    seen.add(id);
    if (either(has).length === 0 && either(lacks).length === 0) {
      source.report(
        element,
        'check-empty',
        `The check «${id}» looks for nothing. Give it has="…" or lacks="…".`,
      );
    }
    if (before && !has) {
      source.report(
        element,
        'check-before',
        `The check «${id}» has before="…" without has="…". Say what must come first.`,
      );
    }
    return [
      {
        id,
        message: source.rich(element.children),
        has: either(has),
        lacks: either(lacks),
        before: either(before),
      },
    ];
  });
}

/** The finished program, which must pass every check. */
function readProgram(source: ItemSource, checks: readonly Check[], language: string): string {
  const [solution] = source.nested('Solution');
  const fence = solution?.children.find((node) => node.type === 'code');
  if (fence?.type !== 'code') {
    source.report(
      solution ?? source.element,
      'solution-missing',
      'A CodeStep needs a <Solution> with a program that passes every check. Add it as a code fence.',
    );
    return '';
  }
  const failing = checks.filter((check) => !holds(check, fence.value, language));
  if (failing.length > 0) {
    source.report(
      solution,
      'solution-fails',
      `The solution fails its own check «${failing.map(({ id }) => id).join('», «')}». Mend the program or the check.`,
    );
  }
  return fence.value;
}

function either(text: string | undefined): string[] {
  return (text ?? '').split('||').map(squeeze).filter(Boolean);
}

function holds(check: Check, program: string, language: string): boolean {
  const text = squeeze(withoutComments(program, language));
  const at = check.has.map((needle) => text.indexOf(needle)).filter((index) => index >= 0);
  if (check.has.length > 0 && at.length === 0) return false;
  if (check.lacks.some((needle) => text.includes(needle))) return false;
  const later = check.before.map((needle) => text.indexOf(needle)).filter((index) => index >= 0);
  return check.before.length === 0 || later.some((index) => Math.min(...at) < index);
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
