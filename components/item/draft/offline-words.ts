/** Without a connection: where this device keeps what is typed, and where the browser keeps nothing. */
export const offlineWords = {
  here: 'Not saved yet: no connection. Kept on this device, sent when it is back.',
  away: 'Not saved yet: no connection. Keep this page open; it is sent when it is back.',
} as const;
