import { Worker } from 'node:worker_threads';
import { fileTimes, type Times } from './file-times.ts';
import {
  type CompileOutcome,
  type Compiler,
  type CompileTask,
  firstFile,
  type WorkerMessage,
} from './messages.ts';

/**
 * Limits for one file in milliseconds: processor time, and elapsed time on a busy machine. They do not grow with its
 * length: what is longer than `longestFile` is not compiled.
 */
export const fileLimits: Times = { cpu: 2_000, wall: 60_000 };
/** For a lesson at the gate, whose tests are simulated: ten seconds, and more for each item. */
const gateMs = { each: 8_000, item: 5 } as const;
/** The limit for starting the thread, which loads all grammars: far beyond what it takes among many other processes. */
const maxLoadingMs = 600_000;
export const maxMemoryMb = 768;
/** Of that, room for what is dropped at once: parsing makes much of it, and collects it seldom when it has room. */
const maxYoungMemoryMb = 96;
const checkEveryMs = 50;

/** A worker thread that compiles tasks. It is terminated when a file takes too long; the next task starts a new one. */
export function compileThread(limits: Times = fileLimits): Compiler {
  let current: Promise<Worker> | undefined;
  return {
    async compile(task) {
      current ??= startWorker();
      const worker = await current;
      const outcome = await runTask(worker, task, limits);
      if (outcome.kind !== 'done') {
        current = undefined;
        await worker.terminate();
      }
      return outcome;
    },
    async close() {
      const worker = await current;
      await worker?.terminate();
    },
  };
}

function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: maxYoungMemoryMb },
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('The compiler did not start within ten minutes')),
      maxLoadingMs,
    );
    worker.once('error', reject);
    worker.once('message', () => {
      clearTimeout(late);
      worker.off('error', reject);
      resolve(worker);
    });
  });
}

function runTask(worker: Worker, task: CompileTask, limits: Times): Promise<CompileOutcome> {
  return new Promise((resolve) => {
    const times = fileTimes(firstFile(task), clock);
    const settle = (outcome: CompileOutcome) => {
      clearInterval(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      resolve(outcome);
    };
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === 'done') return settle(message);
      if (message.kind === 'file') times.turnTo(message.name);
    };
    // A crash of the compiler or a lack of memory: in both cases this file is the cause.
    const onError = (error: Error) =>
      settle({ kind: isOutOfMemory(error) ? 'slow' : 'broken', file: times.file });
    const timer = setInterval(() => {
      const { file } = times;
      const { cpu, wall } = times.spent();
      // Before the limit, not at the look after it.
      if (cpu + checkEveryMs > limits.cpu + extraMs(task, file) || wall > limits.wall)
        settle({ kind: 'slow', file });
    }, checkEveryMs);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(task);
  });
}

/** What the lesson at the gate, named by its folder, gets beside the time of a file. */
function extraMs(task: CompileTask, folder: string): number {
  if (task.kind !== 'gate') return 0;
  const wish = task.wanted.find(({ source }) => source.folder === folder);
  return gateMs.each + gateMs.item * (wish?.items ?? 0);
}

/** Processor time is that of the whole process: its other threads wait in the meantime. */
function clock(): Times {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, wall: performance.now() };
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
