/** What the names of all saves on this device begin with. */
export const copyPrefix = 'surefoot.draft/';
