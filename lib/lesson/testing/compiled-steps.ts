import type { Item, SecretItem } from '#lib/item/registry.ts';
import { compileFile } from '#lib/lesson/compile-file.ts';
import type { Finding } from '#lib/lesson/lesson.ts';
import { parseFile } from '#lib/lesson/parse.ts';

interface StepText {
  readonly from?: string;
  readonly language?: string;
  readonly starter?: string;
  readonly solution: string;
  /** Further tags. */
  readonly more?: string;
}

/** A CodeStep as an author writes it; its check is that the solution's last line stands in the program. */
export function step(id: string, { from, language = 'python', starter, solution, more }: StepText): string {
  const fence = (code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;
  const last = solution.split('\n').at(-1) ?? '';
  return [
    `<CodeStep id="${id}" objective="aim"${from === undefined ? '' : ` from="${from}"`}>\n`,
    'Change it.\n',
    ...(starter === undefined ? [] : [fence(starter)]),
    ...(more === undefined ? [] : [more]),
    `<Check id="ends" has="${last}">Not yet.</Check>\n`,
    `<Solution>\n\n${fence(solution)}\n</Solution>\n`,
    '</CodeStep>\n',
  ].join('\n');
}

function compiled(texts: readonly string[]) {
  const { tree, findings } = parseFile('file.mdx', texts.join('\n'));
  const context = {
    file: 'file.mdx',
    activity: 'project',
    objectives: ['aim'],
    hash: (text: string) =>
      `${[...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_000_007, 7)}`,
  } as const;
  const file = compileFile('file.mdx', tree, { highlight: (value) => [{ type: 'text', value }] }, context);
  return { ...file, findings: [...findings, ...file.findings] };
}

export const findingsOf = (...texts: string[]): readonly Finding[] => compiled(texts).findings;

/** The items of a text, each with its secret half and without its line; throws if the text has a fault. */
export function compiledSteps(
  ...texts: string[]
): (Omit<Item, 'source'> & Pick<SecretItem, 'key' | 'solution'>)[] {
  const { items, secrets, findings } = compiled(texts);
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
  return items.map(({ source: _source, ...item }) => {
    const secret = secrets.get(item.id);
    if (!secret) throw new Error(`No key of ${item.id}`);
    return { ...item, key: secret.key, solution: secret.solution };
  });
}
