import { createHash } from 'node:crypto';
import type { LessonSource } from '#lib/lesson/source.ts';

const known = new WeakMap<LessonSource, string>();

/**
 * SHA-256 of a lesson's name, folder and all texts and pictures beside it, in hexadecimal. Faults in the encoding are not a part of it:
 * they are reported apart from what the compiler finds.
 */
export function sourceHash(source: LessonSource): string {
  const before = known.get(source);
  if (before) return before;
  const { files, pictures = new Map(), encodingFaults: _faults, ...rest } = source;
  const hash = createHash('sha256').update(JSON.stringify({ ...rest, pictures: [...pictures] }));
  for (const [name, text] of files) hash.update(`\0${name}\0${text.length}\0`).update(text);
  const made = hash.digest('hex');
  known.set(source, made);
  return made;
}
