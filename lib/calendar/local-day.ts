/** The calendar day of an instant in a time zone, like 2026-11-22. */
export function localDay(at: Date, timeZone: string): string {
  return calendarOf(timeZone).format(at);
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Cached by time zone, since creating a formatter costs more than the rest of grading an answer. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const cached = calendars.get(timeZone);
  if (cached) return cached;
  const created = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  calendars.set(timeZone, created);
  return created;
}
