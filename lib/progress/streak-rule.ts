/** The rule of `streak.ts`, as every page shows it. */
export const streakRule =
  'A day counts when you answer at least one question, by the calendar of your own time zone. Every seventh day in a row earns a freeze; you can keep two. A missed day uses one up instead of ending the streak. A date that you skip by travelling over the date line is not missed.';
