import type { Ended } from '#lib/sitting/autosave.ts';
import type { DraftBody } from '#lib/sitting/draft-wire.ts';
import { copyPrefix } from './copy-prefix.ts';

/** A save that the server has not acknowledged, on this device. */
export interface DraftCopy {
  readonly body: DraftBody;
  /** Milliseconds since 1970, by this device. */
  readonly at: number;
  /** The page that it was typed on. */
  readonly page: { readonly path: string; readonly title: string };
  /** What it says to a reader, line by line. */
  readonly words: readonly string[];
  /** Why the server will not take it as it is. */
  readonly refused?: Ended;
}

/** Which item of which sitting. */
export type CopyPlace = Pick<DraftBody, 'lesson' | 'activity' | 'sitting' | 'item'>;

const longestMs = 30 * 24 * 60 * 60_000;

/** False where the browser keeps nothing. */
export function keepCopy(userId: string, copy: DraftCopy): boolean {
  try {
    localStorage.setItem(nameOf(userId, copy.body), JSON.stringify(copy));
    return true;
  } catch {
    // Not allowed, or full: the page goes on without.
    return false;
  }
}

/** A newer one, made by its page meanwhile, stays. */
export function dropCopy(userId: string, body: DraftBody): void {
  if (heldNow(userId, body)) drop(nameOf(userId, body));
}

/** Still to be read here, and not sent again from elsewhere. */
export function refuseCopy(userId: string, body: DraftBody, refused: Ended): void {
  const copy = heldNow(userId, body);
  if (copy) keepCopy(userId, { ...copy, refused });
}

/** The copy of this very save. */
function heldNow(userId: string, body: DraftBody): DraftCopy | null {
  const copy = read(nameOf(userId, body));
  return copy && copy.body.turn <= body.turn ? copy : null;
}

/** What this person has left unsent of one item, oldest first. */
export function listCopies(userId: string, of: CopyPlace): DraftCopy[] {
  return listBelow(nameOf(userId, { ...of, device: '' }));
}

/** The same of every item. */
export function listAllCopies(userId: string): DraftCopy[] {
  return listBelow(`${copyPrefix}${encodeURIComponent(userId)}/`);
}

/** Very old ones of anybody are thrown away on the way. */
function listBelow(own: string): DraftCopy[] {
  return names()
    .flatMap((name) => {
      const copy = read(name);
      if (copy && Date.now() - copy.at <= longestMs) return name.startsWith(own) ? [copy] : [];
      drop(name);
      return [];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** One item takes nothing of what this person has left unsent. */
export function refuseCopies(userId: string, of: CopyPlace, refused: Ended): void {
  for (const { body } of listCopies(userId, of)) refuseCopy(userId, body, refused);
}

/** Signing out leaves nothing of anybody behind. */
export function dropAllCopies(): void {
  for (const name of names()) drop(name);
}

function nameOf(
  userId: string,
  { lesson, activity, sitting, item, device }: CopyPlace & Pick<DraftBody, 'device'>,
): string {
  return copyPrefix + [userId, lesson, activity, sitting, item, device].map(encodeURIComponent).join('/');
}

function names(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(copyPrefix));
  } catch {
    // Not allowed: there is nothing.
    return [];
  }
}

function read(name: string): DraftCopy | null {
  try {
    const copy: DraftCopy | null = JSON.parse(localStorage.getItem(name) ?? 'null');
    const isWhole =
      typeof copy?.at === 'number' && typeof copy.body?.fields === 'object' && Array.isArray(copy.words);
    return isWhole ? copy : null;
  } catch {
    // Written by nobody we know.
    return null;
  }
}

function drop(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Not allowed: there is nothing.
  }
}
