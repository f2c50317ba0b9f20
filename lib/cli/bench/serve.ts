import { parseArgs } from 'node:util';
import { exitCodeOf, runScript } from '#lib/cli/serve/run-command.ts';
import { whyRebuild } from '#lib/cli/serve/source-stamp.ts';
import { env } from '#lib/server/host/env.ts';
import { type LoadGenerator, startLoadGenerator } from './serve/load.ts';
import { measureAll, type Options } from './serve/measure-all.ts';
import { profileText, profileWays } from './serve/profile-ways.ts';
import { reportText } from './serve/report-text.ts';
import { buildTwin } from './serve/twin.ts';
import { wholeNumber } from './whole-number.ts';

const profiledSeconds = 15;

/** Measures pages and answers beside the twin. The exit code is 0 whatever the figures are, and 1 if some are missing. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '1' },
      mixed: { type: 'string', default: '2000' },
      only: { type: 'string', default: '' },
      profile: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const options = {
    rounds: wholeNumber('rounds', values.rounds, [1, 100]),
    seconds: wholeNumber('seconds', values.seconds, [1, 60]),
    mixed: wholeNumber('mixed', values.mixed, [1, 1_000_000]),
    only: values.only,
  };
  await buildBoth();
  const load = await startLoadGenerator();
  try {
    return await (values.profile ? profile(load, values.json) : compare(load, options, values.json));
  } finally {
    load.stop();
  }
}

async function profile(load: LoadGenerator, json: boolean): Promise<number> {
  const ways = await profileWays(load, profiledSeconds);
  console.log(json ? JSON.stringify({ ways }) : profileText(ways));
  return 0;
}

async function compare(load: LoadGenerator, options: Options, json: boolean): Promise<number> {
  const found = await measureAll(load, options);
  console.log(json ? JSON.stringify(found) : reportText(found));
  return found.failures.length > 0 ? 1 : 0;
}

async function buildBoth(): Promise<void> {
  const reason = await whyRebuild(env().contentDir);
  if (reason) {
    console.error(`Building first: ${reason}.`);
    const build = runScript('lib/cli/build.ts', {}, { stdio: ['ignore', 2, 2] });
    if ((await exitCodeOf(build)) !== 0) throw new Error('The pages could not be built');
  }
  await buildTwin();
}
