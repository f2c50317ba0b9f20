// A browser fetches this file and its neighbours from `/runtime/…`, where `wasi.mjs` is the package @runno/wasi.

import { interpret } from './interpret.mjs';
import { interpreters } from './interpreters.mjs';
import { withMemoryCeiling } from './limits.mjs';
import { WASI } from './wasi.mjs';

const modules = new Map();

async function moduleOf(language) {
  const answer = await fetch(new URL(`${interpreters[language]}.gz`, import.meta.url));
  if (!answer.ok) throw new Error(`The interpreter came with status ${answer.status}`);
  const unpacked = new Response(answer.body?.pipeThrough(new DecompressionStream('gzip')));
  return WebAssembly.compile(withMemoryCeiling(new Uint8Array(await unpacked.arrayBuffer()), language));
}

/**
 * One message is one run; what it prints and how it ends are told as they happen. A page that has had this interpreter
 * from an earlier thread hands it over as `module`.
 */
addEventListener('message', async ({ data: { language, setup, program, input, module } }) => {
  try {
    if (!modules.has(language)) {
      modules.set(language, module ?? (await moduleOf(language)));
      postMessage({ kind: 'compiled', module: modules.get(language) });
    }
  } catch {
    postMessage({ kind: 'not-loaded' });
    return;
  }
  const job = { setup, program, input, calls: [], token: crypto.randomUUID() };
  const ran = interpret(
    { language, WASI, module: modules.get(language) },
    () => {
      postMessage({ kind: 'begun' });
      return job;
    },
    (stream, bytes) => postMessage({ kind: 'output', stream, bytes }),
  );
  postMessage({ kind: 'ended', ...ran });
});
