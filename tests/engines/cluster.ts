import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '#lib/cli/serve/free-port.ts';
import { untilReachable } from './reachable.ts';

export interface Cluster {
  readonly url: string;
  readonly binaries: string;
  stop(): Promise<void>;
}

/** The newest directory that holds both `initdb` and `postgres`; a client-only installation does not count. */
export function findServerBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** The account for the server when the tests run as root, because PostgreSQL refuses to run as root. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim(),
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('Neither the account postgres nor nobody exists');
}

/** Starts a temporary server on 127.0.0.1, without Unix sockets and without fsync. */
export async function startCluster(binaries: string): Promise<Cluster> {
  const owner = account();
  // The other account may not be able to read root's TMPDIR.
  const home = mkdtempSync(join(owner ? '/tmp' : tmpdir(), 'surefoot-postgres-'));
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const password = randomBytes(12).toString('hex');
    const passwordFile = join(home, 'password');
    const data = join(home, 'data');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (owner) for (const path of [home, passwordFile]) chownSync(path, owner.uid, owner.gid);
    const asOwner = { cwd: home, env: { ...process.env, LC_ALL: 'C' }, ...owner };

    const initdb = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    execFileSync(join(binaries, 'initdb'), [...initdb, '--no-sync', '-E', 'UTF8', '--locale=C'], {
      ...asOwner,
      stdio: ['ignore', 'ignore', 'pipe'],
    });

    const port = await freePort();
    const settings = ['unix_socket_directories=', 'fsync=off', 'full_page_writes=off', 'shared_buffers=32MB'];
    const server = spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...asOwner, stdio: 'ignore' },
    );
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const kill = () => {
      server.kill('SIGQUIT');
      remove();
    };
    process.once('exit', kill);
    await untilReachable(url, () => server.exitCode !== null);
    return {
      url,
      binaries,
      stop: async () => {
        process.off('exit', kill);
        await ended(server);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await exit;
}
