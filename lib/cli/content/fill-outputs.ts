import { readFile, writeFile } from 'node:fs/promises';
import type { Code, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { comparableOutput } from '#lib/item/comparable-output.ts';
import { attributesOf } from '#lib/item/parts.ts';
import { type ProofLanguage, proofLanguage, withSetup } from '#lib/item/proof.ts';
import { itemTypes } from '#lib/item/registry.ts';
import { parseFile } from '#lib/lesson/parse.ts';
import { variantsIn } from '#lib/lesson/variants/block.ts';
import type { TrialRunner } from '#lib/server/sandbox/trial-runner.ts';

interface DerivedOutput {
  readonly line: number;
  readonly language: ProofLanguage;
  readonly program: string;
  /** The last line of the program's fence. */
  readonly programEnd: number;
  readonly stated: Code | undefined;
}

/** Writes the output of `<Output run>` items into a file, where it is missing or differs; returns a message for each. */
export async function fillOutputs(file: string, runner: TrialRunner): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const lines = text.split('\n');
  const messages: string[] = [];
  // From the last to the first, so that the line numbers of earlier items stay valid.
  for (const item of derivedOutputs(file, text).toReversed()) {
    const printed = await printedBy(item, runner);
    if (printed === undefined) {
      messages.unshift(
        `${file}:${item.line} not changed: its program prints nothing, stops with an error, does not end by itself, or prints something else in each run`,
      );
      continue;
    }
    if (item.stated && comparableOutput(item.stated.value) === printed) continue;
    const end = text.includes('\r\n') ? '\r' : '';
    const ticks = '`'.repeat(Math.max(3, ...[...printed.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    const fence = [`${ticks}output`, ...printed.split('\n'), ticks].map((line) => line + end);
    const { start, end: last } = item.stated?.position ?? {};
    if (start && last) lines.splice(start.line - 1, last.line - start.line + 1, ...fence);
    else lines.splice(item.programEnd, 0, end, ...fence);
    messages.unshift(`${file}:${item.line} the output of a program written`);
  }
  if (lines.join('\n') !== text) await writeFile(file, lines.join('\n'));
  return messages;
}

function derivedOutputs(file: string, text: string): DerivedOutput[] {
  if (!/<Output\b[^<>]*\brun\b/.test(text)) return [];
  return elementsIn(parseFile(file, text).tree.children).flatMap((element) => {
    if (element.name !== itemTypes.output.component || !('run' in attributesOf(element))) return [];
    // Each variant has an output of its own; the compiler says so.
    if (variantsIn(element).length > 0) return [];
    const codes = element.children.flatMap((node) => (node.type === 'code' ? [node] : []));
    const program = codes.findLast(({ lang }) => proofLanguage(lang) !== undefined);
    const language = proofLanguage(program?.lang);
    if (!program || !language) return [];
    return [
      {
        line: element.position?.start.line ?? 1,
        language,
        program: withSetup(setupOf(element), program.value),
        programEnd: program.position?.end.line ?? 1,
        stated: codes.find(({ lang }) => lang === 'output'),
      },
    ];
  });
}

function elementsIn(nodes: readonly RootContent[]): MdxJsxFlowElement[] {
  return nodes.flatMap((node) =>
    node.type === 'mdxJsxFlowElement' ? [node, ...elementsIn(node.children)] : [],
  );
}

function setupOf(element: MdxJsxFlowElement): string {
  const setup = elementsIn(element.children).find(({ name }) => name === 'Setup');
  const code = setup?.children.find((node) => node.type === 'code');
  return code?.type === 'code' ? code.value : '';
}

async function printedBy(
  { language, program }: DerivedOutput,
  runner: TrialRunner,
): Promise<string | undefined> {
  const [both = []] = await runner.run(language, [{ program, input: '', calls: [] }], 'alone');
  const [first, second] = both.map((outcome) =>
    outcome.kind === 'finished' && !outcome.stop && !outcome.cut
      ? comparableOutput(outcome.stdout)
      : undefined,
  );
  return first && first === second ? first : undefined;
}
