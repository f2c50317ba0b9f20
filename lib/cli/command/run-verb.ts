import { EnvironmentError } from '#lib/server/host/env.ts';
import { errorText } from './error-text.ts';
import { UsageError, type Verb } from './verb.ts';

export interface Command {
  /** `npm run NAME` */
  readonly name: string;
  readonly verbs: Readonly<Record<string, Verb>>;
  /** The last line of the help text, which explains the arguments. */
  readonly about?: string;
}

/** Runs `npm run COMMAND -- VERB …`. Exit codes: 0 success, 1 refused, failed or something to fix, 2 wrong usage. */
export async function runVerb(command: Command, [name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    (name === undefined ? console.error : console.log)(helpText(command));
    return name === undefined ? 2 : 0;
  }
  const verb = Object.hasOwn(command.verbs, name) ? command.verbs[name] : undefined;
  if (!verb) {
    console.error(`There is no verb "${name}".\n\n${helpText(command)}`);
    return 2;
  }
  try {
    const { run } = await verb.load();
    return await run(args);
  } catch (error) {
    return printError(error, `npm run ${command.name} -- ${verb.usage}`);
  }
}

/** Prints the message of an error without its stack, which DEBUG shows; returns the exit code. */
function printError(error: unknown, usage: string): number {
  const isParse =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageError || isParse) {
    console.error(`${error.message}\nUsage: ${usage}`);
    return 2;
  }
  const isExpected = error instanceof EnvironmentError || !process.env.DEBUG;
  console.error(isExpected ? errorText(error) : error);
  return 1;
}

function helpText({ name, verbs, about }: Command): string {
  const width = Math.max(...Object.keys(verbs).map((verb) => verb.length));
  return [
    'Verbs:',
    ...Object.entries(verbs).map(([verb, { description }]) => `  ${verb.padEnd(width)}  ${description}`),
    '',
    'Usage:',
    ...Object.values(verbs).map(({ usage }) => `  npm run ${name} -- ${usage}`),
    ...(about ? ['', about] : []),
  ].join('\n');
}
