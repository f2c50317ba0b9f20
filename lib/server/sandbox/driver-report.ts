import { z } from 'zod';

const callValue = z.union([z.object({ gives: z.string().max(10_000) }), z.object({ fails: z.string() })]);

/** The driver's report. The program may have written it, so nothing in it is believed but as the program's own words. */
export const driverReport = z.object({
  stop: z.object({ name: z.string().max(200), line: z.int().min(1).max(20_001).nullable() }).nullable(),
  exit: z.int(),
  values: z.array(callValue).max(100),
});
