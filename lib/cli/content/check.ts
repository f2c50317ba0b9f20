import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { isError } from '#lib/lesson/finding.ts';
import { checkContent } from './check-content.ts';
import { reportText } from './report-text.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [dir = 'content/tracks', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const report = await checkContent(dir, (step) => console.error(`compiling ${step}`));
  console.log(values.json ? JSON.stringify(report) : reportText(report));
  return report.findings.some(isError) || report.guessers.some(({ flagged }) => flagged) ? 1 : 0;
}
