import { once } from 'node:events';
import { cachedCompiler } from '#lib/server/content/compiler/cached-compiler.ts';
import { compileProcess } from '#lib/server/content/compiler/compile-process.ts';
import { entryStore } from '#lib/server/content/compiler/entry-store.ts';
import { keptResults } from '#lib/server/content/compiler/kept-results.ts';
import { processCompiler } from '#lib/server/content/compiler/process-compiler.ts';
import { type CheckMemory, type ContentReport, checkContent } from './check-content.ts';
import { locateContent } from './locate-content.ts';
import { changesText } from './report-changes.ts';
import { forgetChanged, watchFolder } from './watch-folder.ts';

const quiet = () => undefined;

/** Checks the folder, then again after each change, and prints what has changed in the report; until it is interrupted. */
export async function watchContent(dir: string, print: (report: ContentReport) => void): Promise<number> {
  const { compileDir } = locateContent(dir);
  const memory: CheckMemory = { sources: new Map(), compiled: new WeakMap() };
  const kept = keptResults();
  let report = await checkContent(dir, (step) => console.error(`compiling ${step}`), { kept, memory });
  print(report);
  await processCompiler().close();
  const compiler = cachedCompiler(compileProcess(null), entryStore());
  // The process is started now, so that the first edit does not wait for it.
  await compiler.compile({ kind: 'page', file: 'page.mdx', text: `${process.pid} ${Date.now()}` });
  const stop = watchFolder(compileDir, async (changed) => {
    forgetChanged(memory.sources, compileDir, changed);
    const before = report;
    report = await checkContent(dir, quiet, { kept, memory, compiler });
    console.log(changesText(before, report));
  });
  console.log(`Watching ${dir}. Press Ctrl+C to end.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stop();
  await compiler.close();
  return 0;
}
