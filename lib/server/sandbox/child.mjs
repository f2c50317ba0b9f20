// @ts-check
// One process for one run: it holds an interpreter that waits in a thread, hands it one job, watches it, and ends.
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, Worker } from 'node:worker_threads';

// The optimizing compiler costs .4 to .9 s of processor time for the interpreter's main loop, and a run of a few seconds
// does not earn it back. A Node without these flags ignores them.
setFlagsFromString('--wasm-lazy-compilation');
setFlagsFromString('--liftoff-only');

/**
 * How much of the processor, of time and of memory one run may take, in milliseconds and bytes, and how much of the
 * processor and of time its first slice.
 * @typedef {Record<'cpuMs' | 'wallMs' | 'rss' | 'sliceCpuMs' | 'sliceWallMs', number>} Allowance
 */

/** @typedef {{ job: import('#lib/interpreter/drivers.mjs').Job, allowance: Allowance, isSliced: boolean }} Order */

const lookEveryMs = 25;
const [, , language, hashSeed] = process.argv;
const bell = new Int32Array(new SharedArrayBuffer(4));
const { port1: ours, port2: thread } = new MessageChannel();

const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
  env: {},
  workerData: { language, hashSeed, bell, thread },
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

process.once('message', (/** @type {Order} */ { job, allowance, isSliced }) => {
  let isFirstSlice = isSliced;
  const begun = { cpu: process.cpuUsage(), wall: performance.now() };
  setInterval(() => {
    const { user, system } = process.cpuUsage(begun.cpu);
    const [cpuMs, wallMs] = [(user + system) / 1000, performance.now() - begun.wall];
    if (cpuMs > allowance.cpuMs || wallMs > allowance.wallMs) return tell({ kind: 'time-out' });
    if (process.memoryUsage.rss() > allowance.rss) return tell({ kind: 'out-of-memory' });
    if (!isFirstSlice || (cpuMs <= allowance.sliceCpuMs && wallMs <= allowance.sliceWallMs)) return;
    isFirstSlice = false;
    process.send?.({ kind: 'slice-over' });
  }, lookEveryMs);
  ours.postMessage(job);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
});

// A server that is gone leaves no program running behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
