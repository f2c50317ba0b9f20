/** The zone that stands for one name: "Asia/Kolkata" for "asia/calcutta". Undefined for what is no IANA name. */
export function canonicalTimeZone(text: string): string | undefined {
  const name = wholeHours(text) ?? text;
  // A runtime from 2024 on takes "+05:30" as a zone and an older one throws, so an account must not hold it.
  if (/^[+-]/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return renamed.get(timeZone) ?? timeZone;
  } catch {
    return undefined;
  }
}

/** Whether the text names a time zone this runtime knows, by its name of today or an older one, in any letter case. */
export function isTimeZone(text: string): boolean {
  return canonicalTimeZone(text) !== undefined;
}

/** All zones by the names of `canonicalTimeZone`, in the order of the alphabet. */
export function timeZones(): readonly string[] {
  const names = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => renamed.get(name) ?? name);
  return [...new Set(names)].sort();
}

/** Runtimes differ in whether they answer with the old name or the new one; accounts hold the new one under each. */
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

/** "+01:00", as a browser says without the name of its zone; the sign of an "Etc" name is the other way round. */
function wholeHours(text: string): string | undefined {
  const [, sign, hours] = /^([+-])(\d{2}):?00$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}
