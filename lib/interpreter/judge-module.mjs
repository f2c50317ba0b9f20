// @ts-check
import { privateNames } from './private-files.mjs';

/** The file in which a JavaScript program's module finds the judge. */
export const judgeFile = 'surefoot-judge.js';

/**
 * The text of that file. It is read before the program, once, so what it holds is known to nobody but itself.
 * @param {import('./drivers.mjs').Job} job
 * @returns {string}
 */
export function judgeModule({ token }) {
  const { report, ask } = privateNames(token);
  const names = { report, ask, secret: token.replace(/\W/g, '') };
  return [
    "import * as std from 'std';",
    String(makeJudge),
    `export const judge = makeJudge(std, globalThis, ${JSON.stringify(names)});`,
  ].join('\n');
}

/**
 * Asks for one call after the other, has each evaluated in the program's module, and writes the values down. It uses what
 * it took from the language before the program ran, calls no method of a value, and adds to no list: a program can change
 * every prototype. Nothing newer than what QuickJS of 2021 knows.
 * @param {any} std
 * @param {any} world the global object
 * @param {{ report: string, ask: string, secret: string }} names
 * @returns {(secret: string, evaluate: (call: string) => any) => void}
 */
export function makeJudge(std, world, { report, ask, secret }) {
  const { open, loadFile } = std;
  const { puts, close } = std.out;
  const { stringify } = JSON;
  const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const { isArray } = Array;
  const has = Object.prototype.hasOwnProperty;
  const [objects, lists, ownEval, text] = [Object.prototype, Array.prototype, world.eval, String];
  const most = 10_000;
  const deepest = 50;
  const notData = { what: 'A value that is no plain data' };
  let isOver = false;

  /** The value of an own property that is data; undefined when there is none, or when JSON would pass over it. */
  function own(/** @type {any} */ object, /** @type {any} */ key, mayHide = false) {
    const property = getOwnPropertyDescriptor(object, key);
    if (property === undefined || !(mayHide || property.enumerable)) return undefined;
    if (!apply(has, property, ['value'])) throw notData;
    return property.value;
  }
  /** As JSON writes it; undefined where JSON writes nothing. */
  function written(/** @type {any} */ value, /** @type {number} */ depth) {
    const type = typeof value;
    if (value === null || type === 'string' || type === 'number' || type === 'boolean')
      return stringify(value);
    if (value === undefined && type === 'undefined') return undefined;
    if (type !== 'object' || depth > deepest) throw notData;
    const prototype = getPrototypeOf(value);
    if (isArray(value)) {
      if (prototype !== lists) throw notData;
      return writtenList(value, depth);
    }
    if (prototype !== objects && prototype !== null) throw notData;
    return writtenObject(value, depth);
  }
  function writtenList(/** @type {any} */ value, /** @type {number} */ depth) {
    const length = own(value, 'length', true);
    let all = '';
    for (let at = 0; at < length; at++) {
      if (all.length > most) throw notData;
      const item = written(own(value, text(at)), depth + 1);
      all += `${at > 0 ? ',' : ''}${item === undefined ? 'null' : item}`;
    }
    return `[${all}]`;
  }
  function writtenObject(/** @type {any} */ value, /** @type {number} */ depth) {
    const keys = ownKeys(value);
    let all = '';
    for (let at = 0; at < keys.length; at++) {
      if (all.length > most) throw notData;
      const item = typeof keys[at] === 'string' ? written(own(value, keys[at]), depth + 1) : undefined;
      if (item !== undefined) all += `${all === '' ? '' : ','}${stringify(keys[at])}:${item}`;
    }
    return `{${all}}`;
  }
  function failure(/** @type {any} */ error) {
    try {
      const name = text(error.name);
      return name.length > 200 ? '"Error"' : stringify(name);
    } catch (_) {
      return '"Error"';
    }
  }
  function answer(/** @type {(call: string) => any} */ evaluate, /** @type {string} */ call) {
    try {
      const value = written(evaluate(`(${call}\n)`), 0);
      if (value !== undefined && value.length > most) throw notData;
      return `{"gives":${stringify(value === undefined ? 'undefined' : value)}}`;
    } catch (error) {
      return error === notData ? '{"notData":true}' : `{"fails":${failure(error)}}`;
    }
  }
  return (given, evaluate) => {
    if (isOver || given !== secret) return;
    isOver = true;
    let values = '';
    for (;;) {
      const call = loadFile(ask);
      // A program's own `eval` would be given the calls.
      if (typeof call !== 'string' || own(world, 'eval', true) !== ownEval) break;
      values += `${values === '' ? '' : ','}${answer(evaluate, call)}`;
    }
    const paper = open(report, 'w');
    apply(puts, paper, [`{"stop":null,"exit":0,"values":[${values}]}`]);
    apply(close, paper, []);
  };
}
