// @ts-check
import { limits } from './limits.mjs';

const done = 0;
const noSpace = 51;
const tooManyOpen = 33;
const sizes = { vector: 8, subscription: 48, event: 32, mostRandom: 65_536 };

/**
 * The library's functions by name, as WebAssembly calls them.
 * @typedef {Record<string, (...args: any[]) => number>} Calls
 */

/**
 * Standard input, and the two streams out.
 * @typedef {{ read(most: number): Uint8Array, write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void }} Streams
 */

/**
 * The files of one run. Ours can always be opened, once; `prepare` is told the name before a file is opened.
 * @typedef {{ drive: import('@runno/wasi').WASI['drive'], prepare(name: string): void, isOurs(name: string): boolean,
 *   hide(name: string): void }} Files
 */

/**
 * The library's WASI functions, with three things mended: streams carry bytes (it decodes each piece by itself, which
 * breaks letters in two), sleeping sleeps (it reads the time from the wrong place), and files have a ceiling (they lie
 * outside the program's memory).
 * @param {Calls} calls
 * @param {() => WebAssembly.Memory} memory
 * @param {Streams} streams
 * @param {Files} files
 * @returns {Calls}
 */
export function guardedImports(calls, memory, streams, files) {
  const filed = { ...calls, ...fileCalls(calls, memory, files) };
  return {
    ...filed,
    ...streamCalls(filed, memory, streams),
    poll_oneoff: (
      /** @type {number} */ wanted,
      /** @type {number} */ happened,
      /** @type {number} */ count,
      /** @type {number} */ told,
    ) => waited(new DataView(memory().buffer), { wanted, happened, count, told }),
    random_get(/** @type {number} */ at, /** @type {number} */ length) {
      for (let from = 0; from < length; from += sizes.mostRandom) {
        const part = Math.min(sizes.mostRandom, length - from);
        globalThis.crypto.getRandomValues(new Uint8Array(memory().buffer, at + from, part));
      }
      return done;
    },
  };
}

/**
 * @param {Calls} calls
 * @param {() => WebAssembly.Memory} memory
 * @param {Streams} streams
 * @returns {Calls}
 */
function streamCalls({ fd_read, fd_write }, memory, streams) {
  return {
    fd_read(fd, at, count, told) {
      if (fd !== 0) return call(fd_read, fd, at, count, told);
      const [first] = vectors(memory(), at, count).filter((part) => part.length > 0);
      const bytes = first ? streams.read(first.length) : new Uint8Array();
      first?.set(bytes);
      new DataView(memory().buffer).setUint32(told, bytes.length, true);
      return done;
    },
    fd_write(fd, at, count, told) {
      if (fd !== 1 && fd !== 2) return call(fd_write, fd, at, count, told);
      let written = 0;
      for (const part of vectors(memory(), at, count)) {
        streams.write(fd === 1 ? 'stdout' : 'stderr', part);
        written += part.length;
      }
      new DataView(memory().buffer).setUint32(told, written, true);
      return done;
    },
  };
}

/**
 * Every byte that a file grows by, or that is written into one, is paid for once and never given back.
 * @param {Calls} calls
 * @param {() => WebAssembly.Memory} memory
 * @param {Files} files
 * @returns {Calls}
 */
function fileCalls(calls, memory, { drive, prepare, isOurs, hide }) {
  let bytesLeft = limits.files;
  const first = Object.keys(drive.fs).length;
  /** @type {(fd: number, from: number, length: number) => boolean} */
  const paid = (fd, from, length) => {
    const [, now] = drive.stat(fd);
    const cost = Math.max(length, from + length - (now?.byteLength ?? 0));
    if (!(cost <= bytesLeft)) return false;
    bytesLeft -= Math.max(0, cost);
    return true;
  };
  const isFull = () =>
    drive.openMap.size > limits.entries || Object.keys(drive.fs).length - first > limits.entries;
  const { fd_write, fd_pwrite, fd_allocate, fd_filestat_set_size, path_open, path_create_directory } = calls;
  return {
    fd_write(fd, at, count, told) {
      const [, place] = drive.tell(fd);
      const length = lengthOf(vectors(memory(), at, count));
      return paid(fd, Number(place ?? 0), length) ? call(fd_write, fd, at, count, told) : noSpace;
    },
    fd_pwrite(fd, at, count, from, told) {
      const length = lengthOf(vectors(memory(), at, count));
      return paid(fd, Number(from), length) ? call(fd_pwrite, fd, at, count, from, told) : noSpace;
    },
    fd_allocate: (fd, from, length) =>
      paid(fd, Number(from), Number(length)) ? call(fd_allocate, fd, from, length) : noSpace,
    fd_filestat_set_size: (fd, size) =>
      paid(fd, 0, Number(size)) ? call(fd_filestat_set_size, fd, size) : noSpace,
    path_open(fd, flags, at, length, ...rest) {
      const name = new TextDecoder().decode(new Uint8Array(memory().buffer, at, length));
      if (isFull() && !isOurs(name)) return tooManyOpen;
      prepare(name);
      const result = call(path_open, fd, flags, at, length, ...rest);
      if (result === done) hide(name);
      return result;
    },
    path_create_directory: (...args) => (isFull() ? noSpace : call(path_create_directory, ...args)),
  };
}

/**
 * Sleeps until the first clock that was asked for; whatever else was asked for is ready at once.
 * @param {DataView} view
 * @param {{ wanted: number, happened: number, count: number, told: number }} at
 * @returns {number}
 */
function waited(view, { wanted, happened, count, told }) {
  const clockType = 0;
  let restMs = Number.POSITIVE_INFINITY;
  for (let each = 0; each < count; each++) {
    const one = wanted + each * sizes.subscription;
    const type = view.getUint8(one + 8);
    if (type === clockType) {
      const given = Number(view.getBigUint64(one + 24, true)) / 1e6;
      const isAbsolute = (view.getUint16(one + 40, true) & 1) === 1;
      const isRealTime = view.getUint32(one + 16, true) === 0;
      const now = isRealTime ? Date.now() : performance.now();
      restMs = Math.min(restMs, isAbsolute ? given - now : given);
    } else {
      restMs = 0;
    }
    const event = happened + each * sizes.event;
    view.setBigUint64(event, view.getBigUint64(one, true), true);
    view.setUint16(event + 8, done, true);
    view.setUint8(event + 10, type);
    view.setBigUint64(event + 16, 0n, true);
    view.setUint16(event + 24, 0, true);
  }
  view.setUint32(told, count, true);
  sleep(restMs);
  return done;
}

/** @param {number} ms */
function sleep(ms) {
  if (!(ms > 0)) return;
  if (typeof SharedArrayBuffer !== 'undefined') {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(ms, 60_000));
    return;
  }
  // A browser's worker has shared memory under special headers alone; without it, waiting is all there is.
  for (const end = performance.now() + ms; performance.now() < end; );
}

/**
 * @param {Calls[string] | undefined} target
 * @param {...any} args
 */
function call(target, ...args) {
  if (!target) throw new Error('The WASI library lacks a function');
  return target(...args);
}

/**
 * The pieces of memory that a vector of addresses and lengths names.
 * @param {WebAssembly.Memory} memory
 * @param {number} at
 * @param {number} count
 */
function vectors({ buffer }, at, count) {
  const view = new DataView(buffer);
  return Array.from({ length: count }, (_, each) => {
    const one = at + each * sizes.vector;
    return new Uint8Array(buffer, view.getUint32(one, true), view.getUint32(one + 4, true));
  });
}

/** @param {Uint8Array[]} parts */
function lengthOf(parts) {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
