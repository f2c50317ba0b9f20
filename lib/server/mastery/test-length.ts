import { world } from '#lib/server/host/process-world.ts';

/** How many questions a test asks at most, from a pool of so many. */
export async function testLength(poolSize: number): Promise<number> {
  return Math.min(poolSize, (await world()).testRule.maxQuestions);
}
