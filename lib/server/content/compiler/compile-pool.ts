import { compileProcess } from './compile-process.ts';
import type { CompileOutcome, Compiler, CompileTask } from './messages.ts';

/** Compiles up to `size` tasks at once, each in a process of its own; processes start when they are needed. */
export function compilePool(size: number, start: () => Compiler = compileProcess): Compiler {
  const free: Compiler[] = [];
  const all: Compiler[] = [];
  const waiting: ((compiler: Compiler) => void)[] = [];
  const take = (): Compiler | Promise<Compiler> => {
    const idle = free.pop();
    if (idle) return idle;
    if (all.length >= size) return new Promise((resolve) => waiting.push(resolve));
    const started = start();
    all.push(started);
    return started;
  };
  const give = (compiler: Compiler) => {
    const next = waiting.shift();
    if (next) next(compiler);
    else free.push(compiler);
  };
  return {
    async compile(task: CompileTask): Promise<CompileOutcome> {
      const compiler = await take();
      try {
        return await compiler.compile(task);
      } finally {
        give(compiler);
      }
    },
    async close() {
      await Promise.all(all.map((compiler) => compiler.close()));
    },
  };
}
