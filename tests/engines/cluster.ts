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

/** PostgreSQL refuses to run as root, so root lends it another account. */
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

/** A throw-away server on 127.0.0.1 without sockets in the file system and without fsync. */
export async function startCluster(binaries: string): Promise<Cluster> {
  const owner = account();
  // Root's own TMPDIR may be closed to the account that is lent.
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
