import type { Database } from '#db/client.ts';
import type { Library } from '#lib/lesson/library.ts';
import type { TestRule } from '#lib/mastery/test-rule.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** Everything a workflow may reach beyond its input: the memory, the clock, chance, and the secret. */
export interface World {
  readonly database: Database;
  now(): Date;
  newId(): string;
  readonly secret: string;
  /** Where learners' programs run. */
  readonly sandbox: Sandbox;
  /** How concepts are tested here. */
  readonly testRule: TestRule;
  /** All compiled lessons. */
  library(): Promise<Library>;
}
