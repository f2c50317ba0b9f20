import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { isError } from '#lib/lesson/finding.ts';
import { isRefusedGuesser } from '#lib/mastery/guessers/guessers.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';
import { checkBank } from './check-bank.ts';
import { type ContentReport, checkContent } from './check-content.ts';
import { type ReportFormat, reportAs, reportFormats } from './report-text.ts';
import { watchContent } from './watch-content.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      format: { type: 'string' },
      watch: { type: 'boolean', default: false },
      bank: { type: 'string' },
      shell: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
    },
  });
  const [given, extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one folder at a time, without "${extra}".`);
  const { bank } = values;
  if (bank !== undefined && (given !== undefined || values.watch))
    throw new UsageError('--bank judges one file by itself; leave the folder and --watch out.');
  const dir = given ?? 'content/tracks';
  const format = formatOf(values.json ? 'json' : values.format);
  if (values.watch && format === 'json') throw new UsageError('--watch prints text; leave --json out.');
  const print = (report: ContentReport) => console.log(reportAs(format, report));
  if (values.watch) return watchContent(dir, print);
  const report =
    bank === undefined
      ? await checkContent(dir, (step) => console.error(`compiling ${step}`), {
          shell: values.shell,
          isFresh: values.fresh,
        })
      : await checkBank(bank);
  print(report);
  await processCompiler().close();
  return isRefused(report) ? 1 : 0;
}

/**
 * Whether something has to be mended: an error, or questions that a bot answers above chance. The second is an error of
 * the lesson too, so what is refused here is neither built, served nor published.
 */
export const isRefused = ({ findings, guessers }: ContentReport): boolean =>
  findings.some(isError) || guessers.some(isRefusedGuesser);

/** In a workflow of GitHub, findings are annotations unless something else is asked for. */
function formatOf(given: string | undefined): ReportFormat {
  if (given === undefined) return process.env.GITHUB_ACTIONS === 'true' ? 'github' : 'text';
  const format = reportFormats.find((name) => name === given);
  if (!format) throw new UsageError(`There is no format "${given}". Use ${reportFormats.join(', ')}.`);
  return format;
}
