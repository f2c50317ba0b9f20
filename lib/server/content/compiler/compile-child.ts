import { compileThread } from './compile-thread.ts';
import type { CompileTask } from './messages.ts';

// A process of its own: the processor time that the thread's limit counts is that of lessons only, and what becomes of
// this process does not touch the server.
const thread = compileThread();

process.on('message', async (task: CompileTask) => {
  process.send?.(await thread.compile(task));
});
// The server has ended.
process.on('disconnect', () => process.exit());
