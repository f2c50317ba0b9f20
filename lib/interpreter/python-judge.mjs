// @ts-check
import { limits, tableName } from './limits.mjs';
import { pythonText } from './python-values.mjs';

/**
 * The value of a call as Python writes it, that it raised an error, or that its value is no plain data.
 * @typedef {{ gives: string } | { fails: string } | { notData: true }} CallValue
 */

/**
 * What the driver tells before there is a program: the addresses of what the host uses.
 * @typedef {import('./python-values.mjs').Layout & Record<'evaluate' | 'names' | 'source' | 'words', number>} Addresses
 */

/**
 * Evaluates calls in a Python interpreter from outside: it calls Python's own `eval` as C calls it, so no frame, name or
 * file of ours is in reach of a program, and reads the value from memory.
 * @param {WebAssembly.Exports} exports
 * @param {Addresses} addresses
 * @returns {(call: string) => CallValue}
 */
export function pythonJudge(exports, addresses) {
  const { memory, [tableName]: table } = exports;
  if (!(memory instanceof WebAssembly.Memory) || !(table instanceof WebAssembly.Table))
    throw new Error('The interpreter hands out no memory or no table');
  const { evaluate, names, source, words } = addresses;
  const view = () => new DataView(memory.buffer);
  const method = view().getUint32(evaluate + 8, true);
  const call = table.get(view().getUint32(method + 4, true));
  // What the host uses is never given back to Python.
  for (const one of [names, source, words]) view().setUint32(one, view().getUint32(one, true) + 1, true);
  const data = 16;
  view().setUint32(words + data, source, true);
  view().setUint32(words + data + 4, names, true);
  return (text) => {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length >= limits.call) return { fails: 'SyntaxError' };
    const room = new Uint8Array(memory.buffer, source + data, limits.call);
    room.fill(10);
    room.set(bytes);
    const value = call(0, words + data, 2);
    if (value === 0) return { fails: 'Exception' };
    const written = pythonText(memory.buffer, addresses, value);
    return written === undefined ? { notData: true } : { gives: written };
  };
}
