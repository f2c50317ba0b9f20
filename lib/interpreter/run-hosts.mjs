// @ts-check
import { consoleFile, consoleModule } from './console-module.mjs';
import {
  javascriptModule,
  pythonDriver,
  pythonJob,
  setupFile,
  setupModule,
  setupModuleFile,
} from './drivers.mjs';
import { judgeFile, judgeModule } from './judge-module.mjs';
import { privateNames, textFile } from './private-files.mjs';

/** @typedef {import('./drivers.mjs').Job} Job */
/** @typedef {import('./python-judge.mjs').CallValue} CallValue */
/** @typedef {ReturnType<typeof import('./private-files.mjs').privateFiles>} Files */
/** @typedef {{ write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void }} Output */

/**
 * What stands between one run and its interpreter: the arguments it starts with, its streams, and our files. `tick` is
 * told whenever the interpreter looks at the clock; `results` is asked when it has ended.
 * @typedef {object} RunHost
 * @property {{ args: string[], env: Record<string, string>, fs: Record<string, ReturnType<typeof textFile>> }} start
 * @property {(most: number, exports: WebAssembly.Exports) => Uint8Array} read
 * @property {Output['write']} write
 * @property {(name: string) => boolean} isOurs
 * @property {(name: string, drive: import('./private-files.mjs').Drive) => void} prepare
 * @property {(files: Files) => void} tick
 * @property {(files: Files) => { report: string | null, values: readonly CallValue[] }} results
 */

/**
 * Python reads its job from standard input once it is ready. Its calls stay here: when the driver has left its report,
 * each look at the clock evaluates the next one, from outside.
 * @param {() => Job} takeJob
 * @param {Output} output
 * @param {typeof import('./python-judge.mjs').pythonJudge} [judge]
 * @param {string} [hashSeed] sets of texts have another order with each
 * @returns {RunHost}
 */
export function pythonHost(takeJob, output, judge, hashSeed = '0') {
  /** @type {Job | undefined} */
  let job;
  let read = source('');
  let told = '';
  let hasEnded = false;
  let isAsking = false;
  /** @type {ReturnType<NonNullable<typeof judge>> | undefined} */
  let evaluate;
  /** @type {CallValue[]} */
  const values = [];
  const names = () => privateNames(job?.token ?? '');
  return {
    start: {
      args: ['python', '-s', '-S', '-P', '-B', '-X', 'utf8', '-c', pythonDriver],
      // Otherwise sets of texts would have another order in each run; the driver takes it away again.
      env: { PYTHONHASHSEED: hashSeed },
      fs: {},
    },
    read(most, exports) {
      if (!job) {
        evaluate = judge?.(exports, JSON.parse(told));
        job = takeJob();
        read = source(`${pythonJob(job)}\n${lineEnds(job.input)}`);
      }
      return read(most);
    },
    write(stream, bytes) {
      // Before there is a program the driver speaks, and what a call prints is no output of the program.
      if (!job) told += new TextDecoder().decode(bytes);
      else if (!hasEnded) output.write(stream, bytes);
    },
    isOurs: (name) => job !== undefined && (name === names().report || name === names().failures),
    prepare() {},
    tick(files) {
      const call = job?.calls[values.length];
      if (!evaluate || call === undefined || isAsking || files.textOf(names().report) === null) return;
      hasEnded = true;
      isAsking = true;
      const value = evaluate(call);
      isAsking = false;
      values.push(value);
    },
    results: (files) => ({
      report: files.textOf(names().report),
      values: withNames(values, files.textOf(names().failures)),
    }),
  };
}

/**
 * The values with the errors named as the driver has seen them; a program may have changed these names.
 * @param {CallValue[]} values
 * @param {string | null} failures
 * @returns {CallValue[]}
 */
function withNames(values, failures) {
  const names = parsed(failures);
  return values.map((value, at) => {
    const name = 'fails' in value && Array.isArray(names) ? names[at] : undefined;
    return typeof name === 'string' ? { fails: name.slice(0, longestName) } : value;
  });
}

const longestName = 200;

/**
 * Undefined where there is no JSON: a full disk of the run cuts a file short.
 * @param {string | null} text
 * @returns {any}
 */
function parsed(text) {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A JavaScript program finds a judge in its own module, which fetches the next call from a file of ours.
 * @param {Job} job
 * @param {Output} output
 * @returns {RunHost}
 */
export function javascriptHost(job, output) {
  const { report, ask } = privateNames(job.token);
  const program = 'program.js';
  let asked = 0;
  return {
    start: {
      args: ['quickjs', `/${program}`],
      env: {},
      fs: Object.fromEntries(
        [
          [program, javascriptModule(job)],
          [consoleFile, consoleModule()],
          [judgeFile, judgeModule(job)],
          ...(job.setup
            ? [
                [setupFile, job.setup],
                [setupModuleFile, setupModule],
              ]
            : []),
        ].map(([name, text]) => [`/${name}`, textFile(`/${name}`, text ?? '')]),
      ),
    },
    read: source(lineEnds(job.input)),
    write: output.write,
    isOurs: (name) =>
      [program, consoleFile, judgeFile, setupFile, setupModuleFile, report, ask].includes(name),
    prepare(name, drive) {
      const call = name === ask ? job.calls[asked] : undefined;
      if (call === undefined) return;
      asked += 1;
      drive.fs[`/${ask}`] = textFile(`/${ask}`, call);
    },
    tick() {},
    results(files) {
      const text = files.textOf(report);
      return { report: text, values: parsed(text)?.values ?? [] };
    },
  };
}

/**
 * The bytes of a text, as many at a time as are asked for.
 * @param {string} text
 */
function source(text) {
  const bytes = new TextEncoder().encode(text);
  let taken = 0;
  return (/** @type {number} */ most) => {
    const part = bytes.subarray(taken, taken + most);
    taken += part.length;
    return part;
  };
}

/**
 * Lines of an input end as a program reads them from a terminal, whatever system or form they come from.
 * @param {string} text
 */
const lineEnds = (text) => text.replace(/\r\n?/g, '\n');
