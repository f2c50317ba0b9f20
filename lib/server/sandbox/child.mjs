// @ts-check
// One process for one run: it holds an interpreter that waits in a thread, hands it one job, watches it, and ends.
import { MessageChannel, Worker } from 'node:worker_threads';

/**
 * How much of the processor, of time and of memory one run may take, in milliseconds and bytes.
 * @typedef {{ cpuMs: number, wallMs: number, rss: number }} Allowance
 */

/** @typedef {{ job: import('#lib/interpreter/drivers.mjs').Job, allowance: Allowance }} Order */

const lookEveryMs = 25;
const [, , language] = process.argv;
const bell = new Int32Array(new SharedArrayBuffer(4));
const { port1: desk, port2: thread } = new MessageChannel();

const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
  env: {},
  workerData: { language, bell, thread },
  transferList: [thread],
  // The program's memory lies outside; this is for what the library keeps of it.
  resourceLimits: { maxOldGenerationSizeMb: 192 },
});

/**
 * Tells the server and is gone: nothing of this run can reach the next one.
 * @param {object} news
 */
function tell(news) {
  process.send?.(news, undefined, undefined, () => process.kill(process.pid, 'SIGKILL'));
}

worker.on('message', (news) => (news.kind === 'ready' ? process.send?.(news) : tell(news)));
worker.on('error', (error) => {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  tell(isMemory ? { kind: 'out-of-memory' } : { kind: 'crashed', why: error.message });
});

process.once('message', (/** @type {Order} */ { job, allowance }) => {
  const begun = { cpu: process.cpuUsage(), wall: performance.now() };
  setInterval(() => {
    const { user, system } = process.cpuUsage(begun.cpu);
    const isLate =
      (user + system) / 1000 > allowance.cpuMs || performance.now() - begun.wall > allowance.wallMs;
    if (isLate) tell({ kind: 'time-out' });
    else if (process.memoryUsage.rss() > allowance.rss) tell({ kind: 'out-of-memory' });
  }, lookEveryMs);
  desk.postMessage(job);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
});

// A server that is gone leaves no program running behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
