/** Tests of one lesson that somebody may start on one of their own calendar days. */
export const testsPerDay = 3;
/** How long after its end a test that could not tell may be continued. */
export const continueWithinMs = 24 * 60 * 60_000;

/** The rule as every page prints it. */
export const retakeRule = `You may start ${testsPerDay} tests of a lesson a day. Each asks other questions, is judged by its own answers alone, and the newest counts, up or down.`;
