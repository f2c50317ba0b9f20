import { parseArgs } from 'node:util';
import { type Env, EnvironmentError, env } from '#lib/server/host/env.ts';

export async function run(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args] });
  const settings = readSettings();
  if (typeof settings === 'string') {
    for (const message of settings.split('\n')) printLine('fail', 'environment', message);
    return 1;
  }
  // Imported only now: it chooses the database engine by the environment, which was just checked.
  const { diagnose } = await import('#lib/server/host/diagnose.ts');
  let failures = 0;
  for await (const { level, about, message } of diagnose(settings, process.cwd())) {
    printLine(level, about, message);
    if (level === 'fail') failures += 1;
  }
  console.log(
    failures === 0
      ? 'The server can start.'
      : `Fix ${failures === 1 ? 'this problem' : `these ${failures} problems`} before the server can start.`,
  );
  return failures === 0 ? 0 : 1;
}

function printLine(level: string, about: string, message: string): void {
  console.log(`${level.padEnd(4)}  ${about.padEnd(11)}  ${message}`);
}

function readSettings(): Env | string {
  try {
    return env();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
}
