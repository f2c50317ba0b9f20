import { migrate, openDatabase } from '#db/client.ts';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { loadLibrary } from '#lib/server/content/library.ts';
import { env } from '#lib/server/host/env.ts';
import { demoPassword, demoSeed, studentNames } from './names.ts';
import { seedSchool } from './school.ts';
import { simulatedWorld } from './simulated-world.ts';

/** Fills the empty school in DATA_DIR with the same people and answers each time, relative to today's date. */
async function seed(): Promise<void> {
  const { contentDir, databaseUrl } = env();
  const now = new Date();
  const database = openDatabase(databaseUrl);
  try {
    await migrate(database);
    const library = await loadLibrary(contentDir, compiledFolder());
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

/** Shows progress: one updated line in a terminal, a line for every tenth student in a log. */
function show(done: number, total: number): void {
  const text = `Five weeks of school: ${done} of ${total} students`;
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${done === total ? '\n' : ''}`);
  else if (done % 10 === 0 || done === total) console.log(text);
}

await seed();
