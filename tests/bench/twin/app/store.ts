import Sqlite from 'better-sqlite3';
import pg from 'pg';

export interface Answer {
  readonly userId: string;
  readonly itemId: string;
  readonly answer: string;
  readonly score: number;
}

export interface Store {
  total(userId: string): Promise<number>;
  /** Reads the history, inserts the answer and updates the total, in one transaction. */
  record(answer: Answer): Promise<{ tries: number; total: number }>;
}

const autoId = { sqlite: 'INTEGER PRIMARY KEY', postgres: 'BIGSERIAL PRIMARY KEY' };

const tables = (engine: keyof typeof autoId) => `
  CREATE TABLE IF NOT EXISTS totals (user_id TEXT PRIMARY KEY, points INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS answers (id ${autoId[engine]}, user_id TEXT NOT NULL, item_id TEXT NOT NULL,
    answer TEXT NOT NULL, score INTEGER NOT NULL, at BIGINT NOT NULL);
  CREATE INDEX IF NOT EXISTS answers_by_user ON answers (user_id, item_id);`;

const history = 'SELECT score FROM answers WHERE user_id = $1 AND item_id = $2 ORDER BY id DESC LIMIT 20';
const insert = 'INSERT INTO answers (user_id, item_id, answer, score, at) VALUES ($1, $2, $3, $4, $5)';
const addPoints = `INSERT INTO totals (user_id, points) VALUES ($1, $2)
  ON CONFLICT (user_id) DO UPDATE SET points = totals.points + excluded.points RETURNING points`;
const readTotal = 'SELECT points FROM totals WHERE user_id = $1';

/** SQLite as durable as in Surefoot: an acknowledged answer survives a power cut. */
function openSqlite(file: string): Store {
  const connection = new Sqlite(file);
  connection.pragma('journal_mode = wal');
  connection.pragma('synchronous = full');
  connection.exec(tables('sqlite'));
  const numbered = (sql: string) =>
    connection.prepare<unknown[], Record<string, number>>(sql.replaceAll(/\$\d/g, '?'));
  const [toHistory, toInsert, toAdd, toTotal] = [history, insert, addPoints, readTotal].map(numbered);
  const record = connection.transaction(({ userId, itemId, answer, score }: Answer) => {
    const before = toHistory?.all(userId, itemId) ?? [];
    toInsert?.run(userId, itemId, answer, score, Date.now());
    return { tries: before.length + 1, total: toAdd?.get(userId, score)?.points ?? 0 };
  });
  return {
    total: async (userId) => toTotal?.get(userId)?.points ?? 0,
    record: async (answer) => record.immediate(answer),
  };
}

/** Named statements, so that PostgreSQL parses each of them once for a connection. */
async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  await pool.query(tables('postgres'));
  const total = async (userId: string) => {
    const { rows } = await pool.query({ name: 'total', text: readTotal, values: [userId] });
    return Number(rows[0]?.points ?? 0);
  };
  const record = async ({ userId, itemId, answer, score }: Answer) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const before = await client.query({ name: 'history', text: history, values: [userId, itemId] });
      await client.query({
        name: 'insert',
        text: insert,
        values: [userId, itemId, answer, score, Date.now()],
      });
      const added = await client.query({ name: 'add', text: addPoints, values: [userId, score] });
      await client.query('COMMIT');
      return { tries: before.rows.length + 1, total: Number(added.rows[0]?.points) };
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };
  return { total, record };
}

let opened: Promise<Store> | undefined;

/** The store that TWIN_DATABASE names: `postgres://…` or the path of a file. Opened at the first request. */
export function store(): Promise<Store> {
  const url = process.env.TWIN_DATABASE ?? '';
  opened ??= url.startsWith('postgres') ? openPostgres(url) : Promise.resolve(openSqlite(url));
  return opened;
}
