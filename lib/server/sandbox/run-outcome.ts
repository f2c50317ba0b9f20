import { z } from 'zod';
import type { CallValue, ProgramError, RunLanguage, RunOutcome } from '#lib/item/run.ts';

/** What an interpreter process reports of a run that ended. */
export interface InterpreterReport {
  readonly exitCode: number;
  /** WebAssembly stopped the run with a trap. */
  readonly trapped: boolean;
  /** The call stack was full. */
  readonly deep: boolean;
  /** The memory limit was reached. */
  readonly full: boolean;
  /** The output was longer than its limit, and was cut. */
  readonly cut: boolean;
  /** The file that the driver wrote. */
  readonly report: string | null;
  /** The values of the calls, read from outside the program. */
  readonly values: readonly CallValue[];
  readonly stdout: string;
  readonly stderr: string;
}

/** The driver's report. The program may have forged it, so each part is treated as output of the program. */
const driverReport = z.object({
  stop: z.object({ name: z.string().max(200), line: z.int().min(1).max(20_001).nullable() }).nullable(),
  exit: z.int(),
});

/** The outcome of a run: finished, with what stopped it if anything did, or out of memory. */
export function runOutcome(language: RunLanguage, ran: InterpreterReport): RunOutcome {
  const { stdout, stderr, cut } = ran;
  const report = readReport(ran.report);
  const stop =
    report?.stop ?? (ran.trapped ? stopOfTrap(ran) : report ? null : stopOfStderr(language, stderr));
  // Python's parser also raises MemoryError, without a line, for brackets that are nested too deeply.
  const isMemoryError = stop?.name === 'MemoryError' && stop.line !== null;
  const isOutOfMemory =
    isMemoryError || (stop?.name === 'InternalError' && /^InternalError: out of memory$/m.test(stderr));
  if (isOutOfMemory || (ran.trapped && ran.full && !ran.deep)) return { kind: 'out-of-memory' };
  const exitCode = report?.exit ?? ran.exitCode;
  return {
    kind: 'finished',
    exitCode: stop && exitCode === 0 ? 1 : exitCode,
    stdout,
    stderr,
    cut,
    stop,
    values: ran.values,
  };
}

const stopOfTrap = ({ deep }: InterpreterReport): ProgramError => ({
  name: null,
  line: null,
  ...(deep ? { tooDeep: true } : {}),
});

function readReport(text: string | null) {
  if (text === null) return undefined;
  try {
    return driverReport.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON: the program has damaged the report.
    return undefined;
  }
}

/** QuickJS reports an error only on standard error. */
function stopOfStderr(language: RunLanguage, stderr: string): ProgramError | null {
  const name = language === 'javascript' ? /^(\w{1,60})(?::|$)/m.exec(stderr)?.[1] : undefined;
  if (name === undefined) return null;
  const [line] = [...stderr.matchAll(/\(?\/program\.js:(\d{1,6})/g)].map(([, digits]) => Number(digits));
  return { name, line: line ?? null };
}
