// @ts-check

/** @typedef {import('#db/outage.mjs').Outage} Outage */

/**
 * What the log and health say to supervisors.
 * @type {Readonly<Record<Outage, string>>}
 */
export const outageReasons = {
  full: 'The disk of the database is full: nothing can be saved.',
  locked: 'Another process holds a lock on the database: nothing can be saved.',
  down: 'The database does not answer.',
  damaged: 'The database is damaged. Restore a backup.',
};
