const formats = new Map<string, Intl.DateTimeFormat>();

/** The formats of some hundred time zones in use at a time; another one is made again when it is asked for. */
const most = 500;

/**
 * The format of these options. Each is kept for later calls: making one costs 70 µs and 36 KB that are no part of the heap
 * of JavaScript, so that nothing presses for a collection while they pile up.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, options]);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.delete(name);
  formats.set(name, format);
  const [leastRecent] = formats.keys();
  if (formats.size > most && leastRecent !== undefined) formats.delete(leastRecent);
  return format;
}
