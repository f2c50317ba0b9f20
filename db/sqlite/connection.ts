import Sqlite from 'better-sqlite3';

// The short timeout is set last: before it the driver waits 5 s, because two processes may turn WAL on at once.
export const durability = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 25 };

export function connect(file: string, settings: Record<string, string | number>): Sqlite.Database {
  const connection = new Sqlite(file);
  for (const [name, required] of Object.entries(settings)) {
    connection.pragma(`${name} = ${required}`);
    const actual = connection.pragma(name, { simple: true });
    if (actual !== required)
      throw new Error(`SQLite leaves ${name} at ${actual}, but ${required} is required`);
  }
  return connection;
}
