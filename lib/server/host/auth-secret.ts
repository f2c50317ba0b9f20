import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './env.ts';

/** The secret for sessions: AUTH_SECRET, or one that is created once and stored in DATA_DIR, readable only by its owner. */
export function authSecret(env: Pick<Env, 'authSecret' | 'dataDir'>): string {
  return env.authSecret ?? storedSecret(env.dataDir);
}

function storedSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  const stored = readSecret(file);
  if (stored !== null) return stored;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(temporary, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    // Linking is atomic, and fails when another process has created the file first.
    linkSync(temporary, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST'))
      throw new Error(`${file} cannot be written. Make DATA_DIR writable.`, { cause: error });
  } finally {
    rmSync(temporary);
  }
  const made = readSecret(file);
  if (made === null) throw new Error(`${file} disappeared while it was being read`);
  return made;
}

function readSecret(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 32)
      throw new Error(`${file} is damaged. Delete it; everyone then has to sign in again.`);
    return secret;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
