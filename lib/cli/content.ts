import { UsageError } from './content/verb.ts';
import { helpText, verbs } from './content/verbs.ts';

/** `npm run content -- VERB …`: 0 nothing to mend, 1 something to mend, 2 called wrongly. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    (name === undefined ? console.error : console.log)(helpText());
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
    const isParse =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!(error instanceof UsageError) && !isParse) throw error;
    console.error(`${error.message}\n\n${helpText()}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
