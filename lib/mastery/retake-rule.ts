/** Tests of one lesson that a learner may start on one calendar day of their own time zone. */
export const testsPerDay = 3;
/** How long after its end an unsure test may be continued. */
export const continueWithinMs = 24 * 60 * 60_000;

/** The rule as every page shows it. */
export const retakeRule = `You may start ${testsPerDay} tests of a lesson a day. Each asks other questions, is judged by its own answers alone, and the newest counts, up or down.`;
