// @ts-check
import { inspect, inspectParts } from './inspect.mjs';

/** The file that a JavaScript program finds its console in. */
export const consoleFile = 'surefoot-console.js';

/**
 * What a console writes to, reads from and measures with.
 * @typedef {{ write(stream: 'out' | 'err', text: string): void, readLine(): string | null, now(): number }} Terminal
 */

/**
 * The text of that file: this file's own functions, bound to the interpreter's streams.
 * @returns {string}
 */
export function consoleModule() {
  return [
    "import * as std from 'std';",
    ...[...inspectParts, formatted, textOf, tableText, framed, consoleOn, install].map(String),
    `install(globalThis, {
      write(stream, text) { std[stream].puts(text); std[stream].flush(); },
      readLine() { return std.in.getline(); },
      now: Date.now,
    });`,
  ].join('\n');
}

/**
 * @param {any} target the program's global object
 * @param {Terminal} terminal
 */
function install(target, terminal) {
  const { write, readLine } = terminal;
  target.console = consoleOn(terminal);
  target.print = (/** @type {any[]} */ ...values) => write('out', `${values.map(String).join(' ')}\n`);
  // What it asks is for whoever sits there, not part of the output.
  target.prompt = (/** @type {any} */ question = '') => {
    write('err', String(question));
    return readLine();
  };
}

/**
 * A console as in Node: `error`, `warn`, `trace` and a failed `assert` go to standard error, all else to the output.
 * @param {Terminal} terminal
 * @returns {Record<string, (...values: any[]) => void>}
 */
export function consoleOn({ write, now }) {
  let margin = '';
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {Map<string, number>} */
  const timers = new Map();
  const line = (/** @type {'out' | 'err'} */ stream, /** @type {any[]} */ values) =>
    write(stream, `${margin}${formatted(values).split('\n').join(`\n${margin}`)}\n`);
  const log = (/** @type {any[]} */ ...values) => line('out', values);
  const error = (/** @type {any[]} */ ...values) => line('err', values);
  const group = (/** @type {any[]} */ ...values) => {
    if (values.length > 0) log(...values);
    if (margin.length < 100) margin += '  ';
  };
  const timed = (/** @type {any} */ label, /** @type {any[]} */ values) => {
    const begun = timers.get(String(label));
    if (begun !== undefined) log(`${label}: ${now() - begun}ms`, ...values);
  };
  return {
    log,
    info: log,
    debug: log,
    dirxml: log,
    error,
    warn: error,
    trace: (...values) => error(values.length > 0 ? `Trace: ${formatted(values)}` : 'Trace'),
    dir: (value, options) => log('%s', inspect(value, options?.depth === null ? Infinity : options?.depth)),
    table: (rows, names) => log('%s', tableText(rows, names)),
    assert: (holds, ...values) => {
      if (holds) return;
      if (typeof values[0] === 'string') error(`Assertion failed: ${values[0]}`, ...values.slice(1));
      else error('Assertion failed', ...values);
    },
    count: (label = 'default') => {
      counts.set(String(label), (counts.get(String(label)) || 0) + 1);
      log('%s', `${label}: ${counts.get(String(label))}`);
    },
    countReset: (label = 'default') => counts.set(String(label), 0),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      margin = margin.slice(2);
    },
    time: (label = 'default') => timers.set(String(label), now()),
    timeLog: (label = 'default', ...values) => timed(label, values),
    timeEnd: (label = 'default') => {
      timed(label, []);
      timers.delete(String(label));
    },
    clear: () => {},
  };
}

/**
 * What `console.log` writes of its values, without the end of the line.
 * @param {any[]} values
 * @returns {string}
 */
export function formatted(values) {
  const [first, ...others] = values;
  const plain = (/** @type {any} */ value) => (typeof value === 'string' ? value : inspect(value));
  if (typeof first !== 'string' || others.length === 0) return values.map(plain).join(' ');
  let at = 0;
  const number = (/** @type {any} */ value, /** @type {(text: any) => number} */ read) =>
    typeof value === 'bigint' ? `${value}n` : typeof value === 'symbol' ? 'NaN' : inspect(read(value));
  /** @type {[string, (value: any) => string][]} */
  const ways = [
    ['s', textOf],
    ['d', (value) => number(value, (one) => (typeof one === 'object' ? NaN : Number(one)))],
    ['i', (value) => number(value, (one) => (typeof one === 'object' ? NaN : Number.parseInt(one, 10)))],
    ['f', (value) => number(value, Number.parseFloat)],
    ['j', (value) => String(JSON.stringify(value))],
    ['o', (value) => inspect(value, 4)],
    ['O', (value) => inspect(value)],
    ['c', () => ''],
  ];
  const text = first.replace(/%[sdifjoOc%]/g, (sign) => {
    if (sign === '%%') return '%';
    const [, way] = ways.find(([letter]) => letter === sign[1]) || [];
    return at < others.length && way ? way(others[at++]) : sign;
  });
  return [text, ...others.slice(at).map(plain)].join(' ');
}

/**
 * What `%s` writes: what a class or an object of the program says of itself, and other objects as they are inspected.
 * @param {any} value
 * @returns {string}
 */
function textOf(value) {
  if (typeof value === 'function') return String(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : inspect(value);
  const natives = [Object, Array, Date, RegExp, Error].map((made) => made.prototype.toString);
  const own = value.toString;
  return typeof own === 'function' && !natives.includes(own) ? String(value) : inspect(value, 0);
}

/**
 * Rows and columns in a frame; what is no object is written as `console.log` does.
 * @param {any} rows
 * @param {readonly string[]} [chosen] the columns that are wanted; all without it
 * @returns {string}
 */
export function tableText(rows, chosen) {
  if (rows === null || typeof rows !== 'object') return formatted([rows]);
  const counted = '(iteration index)';
  if (rows instanceof Map) {
    const entries = [...rows].map(([key, value], at) => [String(at), inspect(key, 0), inspect(value, 0)]);
    return framed([counted, 'Key', 'Values'], entries);
  }
  if (rows instanceof Set) {
    const entries = [...rows].map((value, at) => [String(at), inspect(value, 0)]);
    return framed([counted, 'Values'], entries);
  }
  const isObject = (/** @type {any} */ value) => value !== null && typeof value === 'object';
  const entries = Object.entries(rows);
  const names = chosen || [...new Set(entries.flatMap(([, row]) => (isObject(row) ? Object.keys(row) : [])))];
  const hasValues = entries.some(([, row]) => !isObject(row));
  const head = ['(index)', ...names, ...(hasValues ? ['Values'] : [])];
  const body = entries.map(([index, row]) => [
    index,
    ...names.map((name) => (isObject(row) && Object.keys(row).includes(name) ? inspect(row[name], 0) : '')),
    ...(hasValues ? [isObject(row) ? '' : inspect(row, 0)] : []),
  ]);
  return framed(head, body);
}

/**
 * @param {string[]} head
 * @param {string[][]} body
 * @returns {string}
 */
function framed(head, body) {
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((row) => (row[at] || '').length)));
  const rule = (/** @type {string} */ left, /** @type {string} */ middle, /** @type {string} */ right) =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`;
  const line = (/** @type {string[]} */ cells) =>
    `│${cells.map((cell, at) => ` ${cell.padEnd(widths[at] || 0)} `).join('│')}│`;
  return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...body.map(line), rule('└', '┴', '┘')].join(
    '\n',
  );
}
