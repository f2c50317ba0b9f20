// @ts-check
// Plain JavaScript: a child process and a browser's worker read these files without a compiler.

/** What one run may use, wherever it runs. */
export const limits = Object.freeze({
  /** WebAssembly memory, in bytes. */
  memory: 256 * 1024 * 1024,
  /** Standard output and error together, in bytes; the rest is cut. */
  output: 64 * 1024,
  /** All that is ever written to files of the run, in bytes. */
  files: 16 * 1024 * 1024,
  /** Files and folders made, and files open at one time. */
  entries: 256,
});

const pageSize = 65_536;
const memorySection = 5;

/**
 * The same WebAssembly program with a ceiling on its one memory: growing past it fails inside, as `malloc` fails.
 * Throws when the memory is not the module's own.
 * @param {Uint8Array} program
 * @param {number} [most] bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function withMemoryCeiling(program, most = limits.memory) {
  for (let at = 8; at < program.length; ) {
    const id = program[at];
    const size = readNumber(program, at + 1);
    const end = size.next + size.value;
    if (id === memorySection) {
      const count = readNumber(program, size.next);
      const least = readNumber(program, count.next + 1);
      if (count.value !== 1) throw new Error('Programs with one memory only');
      const body = [1, 1, ...number(least.value), ...number(Math.floor(most / pageSize))];
      const section = [memorySection, ...number(body.length), ...body];
      const out = new Uint8Array(at + section.length + program.length - end);
      out.set(program.subarray(0, at));
      out.set(section, at);
      out.set(program.subarray(end), at + section.length);
      return out;
    }
    at = end;
  }
  throw new Error('This program brings no memory of its own');
}

/**
 * LEB128, as WebAssembly writes numbers.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function readNumber(bytes, at) {
  let value = 0;
  let next = at;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[next++] ?? 0;
    value += (byte % 128) * shift;
    if (byte < 128) return { value, next };
  }
}

/**
 * @param {number} value
 * @returns {number[]}
 */
function number(value) {
  return value < 128 ? [value] : [(value % 128) + 128, ...number(Math.floor(value / 128))];
}
