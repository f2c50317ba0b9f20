/** Tests of one lesson that somebody may begin on one of their own calendar days. */
export const testsPerDay = 3;
/** As long as this after its end a test that stayed open may be gone on with. */
export const continueWithinMs = 24 * 60 * 60_000;

/** The rule as every page prints it. */
export const retakeRule = `You may begin ${testsPerDay} tests of a lesson a day. Each asks other questions, is judged by its own answers alone, and the newest counts, up or down.`;
