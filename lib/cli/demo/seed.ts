import { migrate, openDatabase } from '#db/client.ts';
import { compiledLessons, loadLibrary } from '#lib/server/content/library.ts';
import { env } from '#lib/server/host/env.ts';
import { demoPassword, demoSeed, studentNames } from './names.ts';
import { seedSchool } from './school.ts';
import { simulatedWorld } from './simulated-world.ts';

/** Fills the empty school of DATA_DIR: the same people and deeds at every start, but for today's date. */
async function seed(): Promise<void> {
  const { contentDir, databaseUrl } = env();
  const now = new Date();
  const database = openDatabase(databaseUrl);
  try {
    await migrate(database);
    const library = await loadLibrary(contentDir, compiledLessons());
    const world = simulatedWorld({ database, library, seed: demoSeed, start: now });
    await seedSchool(world, {
      students: studentNames.length,
      days: 35,
      now,
      seed: demoSeed,
      password: demoPassword,
      onProgress: show,
    });
  } finally {
    await database.close();
  }
}

/** One line that counts up in a terminal, a line now and then in a log. */
function show(done: number, of: number): void {
  const words = `Five weeks of school: ${done} of ${of} students`;
  if (process.stdout.isTTY) process.stdout.write(`\r${words}${done === of ? '\n' : ''}`);
  else if (done % 10 === 0 || done === of) console.log(words);
}

await seed();
