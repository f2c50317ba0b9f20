import type { SessionUser } from './user.ts';

type Person = Pick<SessionUser, 'role'>;

/** What a person may do with the lessons of a track. */
export type Authoring = 'publish' | 'propose';

/** Whether the person may see the lessons' texts with their answer keys, and write drafts. */
export const mayWriteLessons = ({ role }: Person): boolean => role === 'author' || role === 'admin';

/**
 * Authors publish on the tracks that are theirs, and propose elsewhere; admins publish everywhere. Null for everybody
 * else: an account that is an author no more has lost its tracks with it.
 */
export function authoringOn(person: Person, ownsTrack: boolean): Authoring | null {
  if (!mayWriteLessons(person)) return null;
  return person.role === 'admin' || ownsTrack ? 'publish' : 'propose';
}

export const mayPublish = (person: Person, ownsTrack: boolean): boolean =>
  authoringOn(person, ownsTrack) === 'publish';
