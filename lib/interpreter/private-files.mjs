// @ts-check

/** @typedef {import('@runno/wasi').WASI['drive']} Drive */

/**
 * The names of the files that belong to us and not to the program. The token is new for each run, so no program can know
 * a name before the file is there.
 * @param {string} token
 */
export const privateNames = (token) => ({
  /** How the program ended, and for JavaScript the values of the calls. */
  report: `report-${token}`,
  /** The names of the errors that calls of a Python program raised. */
  failures: `failures-${token}`,
  /** The next call of a JavaScript program. */
  ask: `ask-${token}`,
});

/**
 * Our files in a run. Each can be opened once; from then on nobody finds it, and we alone hold its content.
 * @param {Drive} drive
 * @param {(name: string) => boolean} isOurs
 */
export function privateFiles(drive, isOurs) {
  /** @type {Map<string, Drive['fs'][string]>} */
  const kept = new Map();
  return {
    isOurs,
    /** @param {string} name a file that has just been opened */
    hide(name) {
      const file = drive.fs[`/${name}`];
      if (!file || !isOurs(name)) return;
      if (!kept.has(name)) kept.set(name, file);
      delete drive.fs[`/${name}`];
    },
    /**
     * The content when it was last closed; null when there is none.
     * @param {string} name
     */
    textOf(name) {
      const content = kept.get(name)?.content;
      if (!content || content.length === 0) return null;
      return typeof content === 'string' ? content : new TextDecoder().decode(content);
    },
  };
}

/**
 * @param {string} path
 * @param {string} text
 */
export function textFile(path, text) {
  const time = new Date(0);
  return {
    path,
    content: new TextEncoder().encode(text),
    mode: /** @type {const} */ ('binary'),
    timestamps: { access: time, modification: time, change: time },
  };
}
