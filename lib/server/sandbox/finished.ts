import type { RunLanguage, RunOutcome, Stop } from '#lib/item/run.ts';
import { driverReport } from './driver-report.ts';

/** What a process tells of a run that came to its end. */
export interface InterpreterReport {
  readonly exitCode: number;
  readonly trapped: boolean;
  readonly deep: boolean;
  readonly full: boolean;
  readonly cut: boolean;
  readonly report: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The outcome that a run's traces amount to. */
export function runOutcome(language: RunLanguage, ran: InterpreterReport): RunOutcome {
  const { stdout, stderr, cut } = ran;
  const report = readReport(ran.report);
  const stop =
    report?.stop ?? (ran.trapped ? stopOfTrap(ran) : report ? null : stopOfStderr(language, stderr));
  // Python's parser gives the same name to brackets that are nested too deeply, before any line runs.
  const isShort = stop?.name === 'MemoryError' && stop.line !== null;
  const noMemory =
    isShort || (stop?.name === 'InternalError' && /^InternalError: out of memory$/m.test(stderr));
  if (noMemory || (ran.trapped && ran.full && !ran.deep)) return { kind: 'out-of-memory' };
  const exitCode = report?.exit ?? ran.exitCode;
  return {
    kind: 'finished',
    exitCode: stop && exitCode === 0 ? 1 : exitCode,
    stdout,
    stderr,
    cut,
    stop,
    values: report?.values ?? [],
  };
}

const stopOfTrap = ({ deep }: InterpreterReport): Stop => ({
  name: null,
  line: null,
  ...(deep ? { tooDeep: true } : {}),
});

function readReport(text: string | null) {
  if (text === null) return undefined;
  try {
    return driverReport.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** QuickJS tells of an error on standard error alone. */
function stopOfStderr(language: RunLanguage, stderr: string): Stop | null {
  const name = language === 'javascript' ? /^(\w{1,60})(?::|$)/m.exec(stderr)?.[1] : undefined;
  if (name === undefined) return null;
  const places = [...stderr.matchAll(/\(?\/program\.js:(\d{1,6})/g)].map(([, line]) => Number(line));
  return { name, line: places[0] ?? null };
}
