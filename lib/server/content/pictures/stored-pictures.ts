import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureAddress } from '#lib/lesson/markdown/pictures.ts';
import type { LessonSource } from '#lib/lesson/source.ts';
import { compiledFolder } from '#lib/server/content/compiled-files.ts';
import { pictureOf } from './read-pictures.ts';

const folder = (): string => join(compiledFolder(), 'pictures');

/** Copies the pictures of lessons to where the server shows them from, each under the hash of its bytes. */
export async function storePictures(lessons: readonly LessonSource[]): Promise<void> {
  for (const { folder: lesson, pictures = new Map() } of lessons) {
    for (const [path, picture] of pictures) {
      if ('fault' in picture) continue;
      const file = join(folder(), nameOf(pictureAddress(picture)));
      if (existsSync(file)) continue;
      const bytes = await unlessAbsent(readFile(join(/* turbopackIgnore: true */ lesson, path)));
      // If it was changed since it was read, the next reading has its new hash.
      if (bytes) await storePicture(bytes, picture.hash);
    }
  }
}

/** Stores a picture under the hash of its bytes, unless it is another one than expected or none at all. */
export async function storePicture(bytes: Buffer, expectedHash?: string): Promise<void> {
  const picture = pictureOf(bytes);
  if ('fault' in picture || (expectedHash !== undefined && picture.hash !== expectedHash)) return;
  const file = join(folder(), nameOf(pictureAddress(picture)));
  if (existsSync(file)) return;
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, file);
}

const nameOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

const mediaTypes = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', svg: 'image/svg+xml' } as const;
const isEnding = (name: string): name is keyof typeof mediaTypes => Object.hasOwn(mediaTypes, name);

export interface StoredPicture {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly mediaType: string;
}

/** A picture by the last part of its address; undefined for one that no lesson has. No name can form a path. */
export async function storedPicture(name: string): Promise<StoredPicture | undefined> {
  const ending = /^[0-9a-f]{64}\.([a-z]{3,4})$/.exec(name)?.[1] ?? '';
  if (!isEnding(ending)) return undefined;
  const bytes = await unlessAbsent(readFile(join(folder(), name)));
  return bytes && { bytes, mediaType: mediaTypes[ending] };
}

/** Undefined when the file is not there. */
async function unlessAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
