import type { Builders, Queries } from './columns.ts';
import type { Db } from './database.ts';
import { session } from './prepared.ts';

/**
 * Runs `check` before each query is built, or run if it is prepared, so that no query reaches a finished transaction or
 * bypasses an open one. `build` gives the builders of the queries that are not prepared.
 */
export function guarded(
  { queries, check }: { readonly queries: Builders; readonly check: () => void },
  build: () => Queries = () => queries,
): Db {
  let builders: Queries | undefined;
  const method = <Name extends keyof Queries>(name: Name): Queries[Name] =>
    new Proxy(queries[name], {
      apply: (_method, _caller, args) => {
        check();
        builders ??= build();
        return Reflect.apply(builders[name], builders, args);
      },
    });
  return Object.freeze({
    select: method('select'),
    insert: method('insert'),
    update: method('update'),
    delete: method('delete'),
    [session]: { queries, check },
  });
}
