import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { disableTypes, imageSize, types as readable } from 'image-size';
import type { PictureFile, Pictures } from '#lib/lesson/markdown/pictures.ts';

type Picture = PictureFile | { readonly fault: string };

const largestBytes = 2 * 1024 * 1024;
const mostPixels = 10_000;
const deepest = 3;
const endings = /\.(?:png|jpe?g|webp|svg)$/i;
/** The types of the library by the ending of our addresses. */
const types = { png: 'png', jpg: 'jpg', webp: 'webp', svg: 'svg' } as const;
// Of the others, some are read without an end when a part has no length.
disableTypes(readable.filter((name) => !Object.hasOwn(types, name)));

/** The pictures in the folder of a lesson, and those beside the page of its track. Symbolic links are not followed. */
export async function readPictures(lessonDir: string, trackDir: string | undefined): Promise<Pictures> {
  const found = new Map<string, Picture>();
  for (const path of await picturesBelow(lessonDir, '', deepest))
    found.set(path, readPicture(join(lessonDir, path)));
  if (trackDir === undefined) return found;
  for (const path of await picturesBelow(trackDir, '', 0))
    found.set(`../${path}`, readPicture(join(trackDir, path)));
  return found;
}

/** Paths of pictures below a folder, with `/` between names. */
async function picturesBelow(dir: string, prefix: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(dir, prefix), { withFileTypes: true });
  const paths = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry) => {
        const path = `${prefix}${entry.name}`;
        if (entry.isDirectory()) return depth > 0 ? picturesBelow(dir, `${path}/`, depth - 1) : [];
        return entry.isFile() && endings.test(entry.name) ? [path] : [];
      }),
  );
  return paths.flat().toSorted();
}

const known = new Map<string, { readonly stamp: string; readonly picture: Picture }>();

/** What is known of a file, from the last time if it has not changed since. */
function readPicture(path: string): Picture {
  let file: number;
  try {
    file = openSync(/* turbopackIgnore: true */ path, 'r');
  } catch {
    return { fault: 'the file cannot be read. Give it the rights of the others' };
  }
  try {
    const { size, mtimeMs } = fstatSync(file);
    const stamp = `${size} ${mtimeMs}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.picture;
    const picture =
      size > largestBytes
        ? { fault: `it has ${Math.ceil(size / 1024)} KB; ${largestBytes / 1024} at most. Save it smaller` }
        : pictureOf(readFileSync(file));
    known.set(path, { stamp, picture });
    return picture;
  } finally {
    closeSync(file);
  }
}

/** The picture that bytes hold, by their content and not by the name of the file. */
export function pictureOf(bytes: Uint8Array): Picture {
  try {
    const { type: read = '', width, height, orientation = 1 } = imageSize(bytes);
    const type = Object.entries(types).find(([name]) => name === read)?.[1];
    if (!type) return { fault: 'it is no PNG, JPEG, WebP or SVG. Save it as one of them' };
    if (!(width > 0 && height > 0) || Math.max(width, height) > mostPixels)
      return { fault: `its sides have ${width} and ${height} pixels; 1 to ${mostPixels} are possible` };
    // Browsers turn a photograph as its camera was held; from 5 on, its sides are exchanged.
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { hash, type, width: Math.round(across), height: Math.round(down) };
  } catch {
    return {
      fault:
        'it is no PNG, JPEG or WebP, nor an SVG with a size. Save it as one of them; an SVG needs viewBox="…"',
    };
  }
}
