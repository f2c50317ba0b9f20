import { availableParallelism } from 'node:os';
import { oncePerProcess } from '#lib/server/host/once-per-process.ts';
import { cachedCompiler } from './cached-compiler.ts';
import { compilePool } from './compile-pool.ts';
import { entryStore } from './entry-store.ts';
import type { Compiler } from './messages.ts';

/** Each may take three quarters of a gigabyte. */
const mostProcesses = 8;

/**
 * The compiler of this process, shared by all that compile: one process for each core, and what has not changed comes
 * from the cache. In a server it has one process, since pages come first.
 */
export const processCompiler = (): Compiler =>
  oncePerProcess('compiler', () => {
    const isServer = process.env.NEXT_RUNTIME === 'nodejs';
    const size = isServer ? 1 : Math.min(mostProcesses, availableParallelism());
    return cachedCompiler(compilePool(size), entryStore());
  });
