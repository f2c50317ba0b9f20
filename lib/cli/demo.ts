import { randomBytes } from 'node:crypto';
import { readEnv } from '#lib/server/host/env.ts';
import { demoFolder, removeDemo } from './demo/folder.ts';
import { welcomeText } from './demo/welcome.ts';
import { isFree, portOf } from './serve/port.ts';
import { runScript, runServer, type Variables } from './serve/run-command.ts';
import { noteServing } from './serve/serving.ts';
import { whyRebuild } from './serve/source-stamp.ts';
import { listenForStop, type StopRequests } from './serve/stop-requests.ts';
import { waitUntilReady } from './serve/wait-until-ready.ts';

/** `npm run demo`: serves a temporary school with a history to this machine only, and removes it at the end. */
async function main(): Promise<number> {
  const stop = listenForStop('demo');
  const port = portOf(process.env.PORT);
  if (!(await isFree(port))) {
    console.error(
      `Port ${port} is in use. Close what listens there, or choose another: PORT=${port + 1} npm run demo`,
    );
    return 1;
  }
  const { contentDir } = readEnv({ CONTENT_DIR: process.env.CONTENT_DIR });
  const reason = await whyRebuild(contentDir);
  if (reason) console.log(`Building first: ${reason}.`);
  if (reason && (await stop.waitFor(runScript('lib/cli/build.ts'))) !== 0) return 1;
  noteServing();
  const folder = demoFolder(process.env.DATA_DIR);
  process.once('exit', () => removeDemo(folder));
  const variables = variablesOf(folder, port);
  const seeded = await stop.waitFor(runScript('lib/cli/demo/seed.ts', variables));
  if (stop.isStopping()) return 0;
  return seeded === 0 ? serve(stop, { port, folder, variables }) : 1;
}

/** The demo's environment. Settings of a real school are emptied, and an empty variable counts as unset. */
function variablesOf(folder: string, port: number): Variables {
  const url = `http://localhost:${port}`;
  const none = [
    'DATABASE_URL',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'SIGN_UP',
    'TRUST_PROXY',
  ];
  return {
    ...Object.fromEntries(none.map((name) => [name, ''])),
    DATA_DIR: folder,
    AUTH_SECRET: randomBytes(48).toString('base64url'),
    PUBLIC_URL: url,
    NEXTAUTH_URL: url,
    PORT: String(port),
    SUREFOOT_DEMO: '1',
    NODE_ENV: 'production',
  };
}

interface DemoServer {
  readonly port: number;
  readonly folder: string;
  readonly variables: Variables;
}

async function serve(stop: StopRequests, { port, folder, variables }: DemoServer): Promise<number> {
  const server = runServer(['--port', String(port), '--hostname', '127.0.0.1'], variables);
  const ended = stop.waitFor(server);
  const isAlive = () => server.exitCode === null && !stop.isStopping();
  const ready = await waitUntilReady(`http://127.0.0.1:${port}`, isAlive);
  if (ready) console.log(welcomeText(`http://localhost:${port}`, folder));
  else if (!stop.isStopping()) {
    console.error('The server did not become ready.');
    server.kill();
  }
  const code = await ended;
  return stop.isStopping() ? 0 : code;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
  process.exitCode = 1;
}
