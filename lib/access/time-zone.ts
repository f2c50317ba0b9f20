/** Whether the text names a time zone this runtime knows: "Europe/Berlin". */
export function isTimeZone(text: string): boolean {
  return timeZones().includes(text) || text === 'UTC';
}

/** All zones, in the order of the alphabet. */
export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}
