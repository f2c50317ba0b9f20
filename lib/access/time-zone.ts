/** The current IANA name of a time zone: "Asia/Kolkata" for "asia/calcutta". Undefined if the text is not an IANA name. */
export function canonicalTimeZone(text: string): string | undefined {
  const name = zoneOfOffset(text) ?? text;
  // Runtimes since 2024 accept "+05:30" as a zone and older ones throw, so no account may store it.
  if (/^[+-]/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return renamed.get(timeZone) ?? timeZone;
  } catch {
    return undefined;
  }
}

/** Whether the text is a current or old name of a time zone that this runtime supports, in any letter case. */
export function isTimeZone(text: string): boolean {
  return canonicalTimeZone(text) !== undefined;
}

/** The current names of all time zones, sorted. */
export function timeZones(): readonly string[] {
  const names = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => renamed.get(name) ?? name);
  return [...new Set(names)].sort();
}

/** Old names with the current ones. Runtimes differ in which one they return; accounts store the current one. */
const renamed = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Etc/GMT', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['GMT', 'UTC'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

/** The zone for an offset such as "+01:00", which browsers send if they know no name; "Etc" names invert the sign. */
function zoneOfOffset(text: string): string | undefined {
  const [, sign, hours] = /^([+-])(\d{2}):?00$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}
