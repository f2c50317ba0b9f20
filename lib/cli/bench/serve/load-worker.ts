import { Agent } from 'node:http';
import { type HttpRequest, send, textOf } from './http-request.ts';
import type { Chain, LoadLimits, LoadMessage, LoadResult, Target } from './load-messages.ts';

// A process that only sends requests, so that its own work does not delay what the benchmark measures.

interface Started {
  readonly chain: Chain;
  /** The number of its requests already sent. */
  sent: number;
}

interface Queue {
  readonly target: Target;
  /** Chains that are not in use; those that a run has left unfinished come first. */
  readonly waiting: Started[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const queues = new Map<string, Queue>();

async function run({ target: name, concurrency, seconds, requests }: LoadLimits): Promise<LoadResult> {
  const queue = queues.get(name);
  if (!queue) throw new Error(`There is no target ${name}`);
  const durationsMs: number[] = [];
  let [begun, failed, firstFailure]: [number, number, string | null] = [0, 0, null];
  const startMs = performance.now();
  const deadlineMs = startMs + seconds * 1000;
  const mayGoOn = () => begun < requests && performance.now() < deadlineMs;
  const client = async (): Promise<void> => {
    while (mayGoOn()) {
      const started = take(queue);
      if (!started) return;
      for (let next = started.chain[started.sent]; next && mayGoOn(); next = started.chain[started.sent]) {
        begun += 1;
        started.sent += 1;
        const sentMs = performance.now();
        const failure = await failureOf(queue.target, next);
        if (failure === null) durationsMs.push(performance.now() - sentMs);
        else {
          failed += 1;
          firstFailure ??= `${next.method} ${next.path}: ${failure}`;
        }
      }
      putBack(queue, started);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  return { durationsMs, elapsedMs: performance.now() - startMs, failed, firstFailure };
}

/** The next chain. One that repeats is at once available again, so that few chains are enough for many clients. */
function take({ target, waiting }: Queue): Started | undefined {
  const started = waiting.shift();
  if (started && target.repeats) waiting.push({ chain: started.chain, sent: 0 });
  return started;
}

function putBack({ target, waiting }: Queue, started: Started): void {
  if (!target.repeats && started.sent < started.chain.length) waiting.unshift(started);
}

async function failureOf({ port, expected }: Target, request: HttpRequest): Promise<string | null> {
  try {
    const reply = await send(port, request, agent);
    if (reply.status !== 200) return `status ${reply.status}`;
    if (expected === undefined) return null;
    const text = await textOf(reply);
    return text.includes(expected) ? null : `the reply has no ${expected}: ${text.slice(0, 300)}`;
  } catch (error) {
    return String(error);
  }
}

process.on('message', async (message: LoadMessage) => {
  if (message.kind === 'run') process.send?.(await run(message.limits));
  else {
    const waiting = message.target.chains.map((chain) => ({ chain, sent: 0 }));
    queues.set(message.target.name, { target: message.target, waiting });
    process.send?.('added');
  }
});
process.send?.('ready');
