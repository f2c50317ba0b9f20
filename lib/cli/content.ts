import './command/env-files.ts';
import { runVerb } from './command/run-verb.ts';
import { contentCommand } from './content/command.ts';

process.exitCode = await runVerb(contentCommand, process.argv.slice(2));
