/** The calendar day of an instant in a time zone, as 2026-11-22. */
export function localDay(at: Date, timeZone: string): string {
  return calendarOf(timeZone).format(at);
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than all else in grading an answer, so each time zone has one. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  calendars.set(timeZone, made);
  return made;
}
