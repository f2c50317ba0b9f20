import { spawnSync } from 'node:child_process';

// The address only chooses the dialect; no connection is made. Arguments such as --name are passed to drizzle-kit.
const addresses = { sqlite: '', postgres: 'postgres://nowhere' };

for (const [engine, DATABASE_URL] of Object.entries(addresses)) {
  console.log(`Migrations for ${engine}`);
  const { status } = spawnSync(
    'npx',
    ['drizzle-kit', 'generate', '--config=db/drizzle.config.ts', ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, DATABASE_URL } },
  );
  if (status !== 0) process.exit(status ?? 1);
}
