import type { DraftBody } from '#lib/sitting/draft-wire.ts';

/** A save that the server has not acknowledged, on this device. */
export interface DraftCopy {
  readonly body: DraftBody;
  /** Milliseconds since 1970, by this device. */
  readonly at: number;
}

/** Which item of which sitting. */
export type CopyPlace = Pick<DraftBody, 'lesson' | 'activity' | 'sitting' | 'item'>;

const prefix = 'surefoot.draft/';
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

export function dropCopy(userId: string, body: DraftBody): void {
  drop(nameOf(userId, body));
}

/** What this person has left unsent of one item, oldest first. Very old ones of anybody are thrown away on the way. */
export function listCopies(userId: string, of: CopyPlace): DraftCopy[] {
  const own = nameOf(userId, { ...of, device: '' });
  return names()
    .flatMap((name) => {
      const copy = read(name);
      if (copy && Date.now() - copy.at <= longestMs) return name.startsWith(own) ? [copy] : [];
      drop(name);
      return [];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** What this person has left unsent of one item is of no use any more. */
export function dropCopies(userId: string, of: CopyPlace): void {
  for (const { body } of listCopies(userId, of)) dropCopy(userId, body);
}

/** Signing out leaves nothing of anybody behind. */
export function dropAllCopies(): void {
  for (const name of names()) drop(name);
}

function nameOf(
  userId: string,
  { lesson, activity, sitting, item, device }: CopyPlace & Pick<DraftBody, 'device'>,
): string {
  return prefix + [userId, lesson, activity, sitting, item, device].map(encodeURIComponent).join('/');
}

function names(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    // Not allowed: there is nothing.
    return [];
  }
}

function read(name: string): DraftCopy | null {
  try {
    const copy: DraftCopy | null = JSON.parse(localStorage.getItem(name) ?? 'null');
    return copy && typeof copy.at === 'number' && typeof copy.body?.fields === 'object' ? copy : null;
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
