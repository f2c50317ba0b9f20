import { EnvironmentError } from '#lib/server/env.ts';
import { UsageError } from './admin/verb.ts';
import { helpText, verbs } from './admin/verbs.ts';

/** `npm run admin -- VERB …`: 0 done, 1 refused or failed, 2 called wrongly. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    console.log(helpText());
    return name === undefined ? 2 : 0;
  }
  const verb = verbs.get(name);
  if (!verb) {
    console.error(`There is no verb "${name}".\n\n${helpText()}`);
    return 2;
  }
  try {
    const { run } = await verb.load();
    return await run(args);
  } catch (error) {
    return explained(error, verb.usage);
  }
}

/** Words instead of a stack, for what whoever runs the server can mend; bugs keep their stack. */
function explained(error: unknown, usage: string): number {
  if (error instanceof EnvironmentError) {
    console.error(error.message);
    return 1;
  }
  const isParse =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageError || isParse) {
    console.error(`${error.message}\nUsage: npm run admin -- ${usage}`);
    return 2;
  }
  console.error(error instanceof Error && process.env.DEBUG === undefined ? error.message : error);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
