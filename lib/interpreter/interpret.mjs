// @ts-check

import { guardedImports } from './guarded-imports.mjs';
import { limits, stacks } from './limits.mjs';
import { privateFiles } from './private-files.mjs';
import { javascriptHost, pythonHost } from './run-hosts.mjs';

/** @typedef {import('./drivers.mjs').Job} Job */

/** @typedef {import('@runno/wasi').WASI} WASI */

/** @typedef {import('./python-judge.mjs').CallValue} CallValue */

/**
 * An interpreter's program, compiled under a memory ceiling, and the library that stands in for a system. The library is
 * handed in, because a server finds it by its package and a browser by its address. `judge` evaluates calls in a Python
 * interpreter; without it none are asked. `hashSeed` decides the order of Python's sets of texts.
 * @typedef {{ language: 'python' | 'javascript', module: WebAssembly.Module, WASI: typeof import('@runno/wasi').WASI,
 *   judge?: typeof import('./python-judge.mjs').pythonJudge, hashSeed?: string }} Interpreter
 */

/**
 * What came of one run. `report` is the driver's text on how the program ended, which a Python program may have written
 * as well; null when there is none. `values` are those of the calls, which no program can write: shorter than the calls
 * when the program ended the interpreter. `trapped`: WebAssembly itself stopped the program. `deep`: it did so because
 * calls within calls used up the stack. `full`: its memory had grown to the ceiling.
 * @typedef {{ exitCode: number, trapped: boolean, deep: boolean, full: boolean, cut: boolean, report: string | null,
 *   values: readonly CallValue[] }} Ran
 */

/**
 * Runs one program in an interpreter of its own, with files of its own and nothing else. It blocks until the program
 * ends, so it belongs in a thread that can be ended. `takeJob` is asked once, when the interpreter is ready.
 * @param {Interpreter} interpreter
 * @param {() => Job} takeJob
 * @param {(stream: 'stdout' | 'stderr', bytes: Uint8Array) => void} onOutput
 * @returns {Ran}
 */
export function interpret({ language, module, WASI, judge, hashSeed }, takeJob, onOutput) {
  const output = capped(onOutput);
  const host =
    language === 'python' ? pythonHost(takeJob, output, judge, hashSeed) : javascriptHost(takeJob(), output);
  const wasi = new WASI({
    ...host.start,
    // Its record of every call would grow for as long as the program runs; whoever asks for it empties it.
    debug: (_name, _args, result) => result,
  });
  /** @type {WebAssembly.Instance} */
  let instance;
  const memory = () => /** @type {WebAssembly.Memory} */ (instance.exports.memory);
  const files = privateFiles(wasi.drive, host.isOurs);
  const { wasi_snapshot_preview1: calls } = wasi.getImportObject();
  const streams = {
    read: (/** @type {number} */ most) => host.read(most, instance.exports),
    write: host.write,
  };
  const imports = guardedImports(calls, memory, streams, {
    ...files,
    drive: wasi.drive,
    prepare: (name) => host.prepare(name, wasi.drive),
  });
  const { clock_time_get: clock } = imports;
  imports.clock_time_get = (...args) => {
    host.tick(files);
    return clock?.(...args) ?? 0;
  };
  instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports });
  const { exitCode, trapped, deep } = started(wasi, { instance, module }, stacks[language] === 0);
  const full = memory().buffer.byteLength >= stacks[language] + limits.memory - 4 * 1024 * 1024;
  if (deep) output.write('stderr', encoded(`\n${tooDeep[language]}\n`));
  return { exitCode, trapped, deep, full, cut: output.isCut(), ...host.results(files) };
}

/** As each language calls it. */
const tooDeep = {
  python: 'RecursionError: the functions of this program call one another too deeply for this interpreter',
  javascript: 'RangeError: the functions of this program call one another too deeply for this interpreter',
};

/**
 * A stack as built lies below all data, so that one that runs over leaves the memory.
 * @param {WASI} wasi
 * @param {{ instance: WebAssembly.Instance, module: WebAssembly.Module }} source
 * @param {boolean} isStackFirst
 */
function started(wasi, { instance, module }, isStackFirst) {
  const trap = 134;
  const { _start: start, ...others } = instance.exports;
  let hasLeftMemory = false;
  const exports = {
    ...others,
    _start() {
      try {
        if (typeof start === 'function') start();
      } catch (error) {
        hasLeftMemory = error instanceof WebAssembly.RuntimeError && /out of bounds/i.test(error.message);
        throw error;
      }
    },
  };
  try {
    const { exitCode } = wasi.start({ instance: { exports }, module });
    return { exitCode, trapped: exitCode === trap, deep: isStackFirst && hasLeftMemory };
  } catch (error) {
    // The stack ran over, or a size was asked for that no array can have: the program's doing, whatever it was.
    if (isStackError(error)) return { exitCode: trap, trapped: true, deep: true };
    if (error instanceof RangeError) return { exitCode: trap, trapped: true, deep: false };
    throw error;
  }
}

/**
 * Engines differ: V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError.
 * @param {unknown} error
 */
function isStackError(error) {
  return error instanceof Error && /call stack|too much recursion/i.test(error.message);
}

/**
 * Lets the first bytes through and counts the rest.
 * @param {(stream: 'stdout' | 'stderr', bytes: Uint8Array) => void} onOutput
 */
function capped(onOutput) {
  let left = limits.output;
  let cut = false;
  return {
    isCut: () => cut,
    write(/** @type {'stdout' | 'stderr'} */ stream, /** @type {Uint8Array} */ bytes) {
      const part = bytes.slice(0, left);
      if (part.length < bytes.length) cut = true;
      left -= part.length;
      if (part.length > 0) onOutput(stream, part);
    },
  };
}

/** @param {string} text */
function encoded(text) {
  return new TextEncoder().encode(text);
}
