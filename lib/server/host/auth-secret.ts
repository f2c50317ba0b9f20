import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './env.ts';

/** The secret that signs sessions: the one given, or one that is made once and kept in DATA_DIR, readable by its owner only. */
export function authSecret(env: Pick<Env, 'authSecret' | 'dataDir'>): string {
  return env.authSecret ?? keptSecret(env.dataDir);
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  const kept = readSecret(file);
  if (kept !== null) return kept;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const whole = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(whole, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    // A link appears whole or not at all, and fails when another process was first.
    linkSync(whole, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST'))
      throw new Error(`${file} cannot be written. Make DATA_DIR writable.`, { cause: error });
  } finally {
    rmSync(whole);
  }
  const made = readSecret(file);
  if (made === null) throw new Error(`${file} disappeared while it was being read`);
  return made;
}

function readSecret(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 32) throw new Error(`${file} is damaged. Delete it and everyone signs in anew.`);
    return secret;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
