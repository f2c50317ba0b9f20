import type { Library } from '#lib/lesson/library.ts';
import type { World } from '#lib/server/world.ts';

/**
 * The same world with the content of the first look at it. A request that began before a lesson was published ends with
 * the items that it began with: those of two states are never compared.
 */
export function withOneLibrary<W extends World>(world: W): W {
  let once: Promise<Library> | undefined;
  return {
    ...world,
    library() {
      once ??= world.library();
      return once;
    },
  };
}
