import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { createLesson } from '#lib/server/exchange/new-lesson.ts';

/** Writes a lesson to begin with. Nothing that is there is written over. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { in: { type: 'string', default: join('content', 'tracks') } },
  });
  const [name, extra] = positionals;
  if (name === undefined) throw new UsageError('Name the new lesson as track/lesson.');
  if (extra !== undefined) throw new UsageError(`Name one lesson at a time, without "${extra}".`);
  const today = new Date().toISOString().slice(0, 10);
  const made = await createLesson(name, values.in, today, { withQuestion: true });
  if (!made.ok) throw new UsageError(made.problem);
  console.log(
    [
      `Written: ${made.files.join(', ')}.`,
      `Fill in what lesson.mdx says of itself, then run \`npm run content -- check ${join(values.in, name)}\`.`,
    ].join('\n'),
  );
  return 0;
}
