// @ts-check
// Plain JavaScript: a child process and a browser's worker read these files without a compiler.

/** What one run may use, wherever it runs. */
export const limits = Object.freeze({
  /** WebAssembly memory, in bytes, beside the stack. */
  memory: 256 * 1024 * 1024,
  /** Standard output and error together, in bytes; the rest is cut. */
  output: 64 * 1024,
  /** All that is ever written to files of the run, in bytes. */
  files: 16 * 1024 * 1024,
  /** Files and folders made, and files open at one time. */
  entries: 256,
  /** The text of one call, in bytes. */
  call: 8192,
});

/**
 * The larger stack that an interpreter is given in its memory, in bytes; 0 leaves it as built. Python is built with 512 KB,
 * which ends at 90 calls through a sort key or `__repr__`; with this much the engine's own stack ends first. QuickJS has
 * 1 MB, and its allocator takes all memory that is there when it starts, a stack behind the data included.
 */
export const stacks = Object.freeze({ python: 32 * 1024 * 1024, javascript: 0 });

const pageSize = 65_536;
const memorySection = 5;
const globalSection = 6;
const exportSection = 7;

/** The name under which the host finds the table of functions. */
export const tableName = 'surefoot_table';

/**
 * The same WebAssembly program with a ceiling on its one memory, past which growing fails inside as `malloc` fails, and
 * with its stack behind the memory it begins with, if it is given another, and with its table of functions exported. Throws when the memory is not the module's own
 * or its first global is no stack pointer.
 * @param {Uint8Array} program
 * @param {keyof typeof stacks} language
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function withMemoryCeiling(program, language) {
  const stack = stacks[language];
  const parts = [program.subarray(0, 8)];
  let top = 0;
  let hasStack = false;
  for (const { id, whole, body } of sections(program)) {
    if (id === memorySection) {
      top = leastMemory(body) * pageSize + stack;
      parts.push(
        section(id, [1, 1, ...number(top / pageSize), ...number((limits.memory + stack) / pageSize)]),
      );
    } else if (id === globalSection) {
      hasStack = true;
      parts.push(stack > 0 ? section(id, withFirstGlobal(body, top)) : whole);
    } else if (id === exportSection) {
      parts.push(section(id, withTable(body)));
    } else {
      parts.push(whole);
    }
  }
  if (top === 0 || !hasStack) throw new Error('This program brings no memory or no stack of its own');
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** @param {Uint8Array} program */
function* sections(program) {
  for (let at = 8; at < program.length; ) {
    const size = readNumber(program, at + 1);
    const end = size.next + size.value;
    yield { id: program[at] ?? 0, whole: program.subarray(at, end), body: program.subarray(size.next, end) };
    at = end;
  }
}

/**
 * @param {number} id
 * @param {number[]} body
 */
function section(id, body) {
  return Uint8Array.from([id, ...number(body.length), ...body]);
}

/**
 * Pages.
 * @param {Uint8Array} body
 */
function leastMemory(body) {
  const count = readNumber(body, 0);
  if (count.value !== 1) throw new Error('Programs with one memory only');
  return readNumber(body, count.next + 1).value;
}

/**
 * The section with another first value in its first global, which compilers use as the stack pointer.
 * @param {Uint8Array} body
 * @param {number} value
 */
function withFirstGlobal(body, value) {
  const [i32, mutable, constant] = [0x7f, 1, 0x41];
  const at = readNumber(body, 0).next;
  if (body[at] !== i32 || body[at + 1] !== mutable || body[at + 2] !== constant)
    throw new Error('The first global is no stack pointer');
  const { next } = readNumber(body, at + 3);
  return [...body.subarray(0, at + 3), ...signedNumber(value), ...body.subarray(next)];
}

/**
 * The section with one more export: the first table.
 * @param {Uint8Array} body
 */
function withTable(body) {
  const table = 1;
  const count = readNumber(body, 0);
  const name = new TextEncoder().encode(tableName);
  return [
    ...number(count.value + 1),
    ...body.subarray(count.next),
    ...number(name.length),
    ...name,
    table,
    0,
  ];
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

/**
 * LEB128 of a signed number, here never below zero: its last byte stays below 64.
 * @param {number} value
 * @returns {number[]}
 */
function signedNumber(value) {
  return value < 64 ? [value] : [(value % 128) + 128, ...signedNumber(Math.floor(value / 128))];
}
