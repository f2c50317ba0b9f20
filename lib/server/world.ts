import type { Database } from '#db/client.ts';
import type { Library } from '#lib/lesson/library.ts';
import type { TestRule } from '#lib/mastery/test-rule.ts';
import type { ContentStore } from './content/content-store.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** Everything a workflow may use beyond its input: the database, the clock, new ids, the secret, and the services below. */
export interface World {
  readonly database: Database;
  now(): Date;
  newId(): string;
  readonly secret: string;
  /** Runs the programs of learners. */
  readonly sandbox: Sandbox;
  /** How tests of concepts are drawn and judged on this server. */
  readonly testRule: TestRule;
  /** Whether people without an account may answer. */
  readonly hasGuests: boolean;
  /** All compiled lessons. */
  library(): Promise<Library>;
}

/** The world of workflows that read and publish the texts of lessons. */
export interface AuthoringWorld extends World {
  readonly content: ContentStore;
}
