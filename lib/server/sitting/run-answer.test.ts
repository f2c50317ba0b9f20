import { describe, expect, test } from 'vitest';
import { engine } from '#db/columns.ts';
import { listLedger } from '#db/responses.ts';
import type { SessionUser } from '#lib/access/user.ts';
import { itemType } from '#lib/item/registry.ts';
import type { RunOutcome } from '#lib/item/run.ts';
import { canaries, fixtureLibrary } from '#tests/fixture-course.ts';
import { testWorld } from '#tests/people.ts';
import { sampled } from '#tests/sampled.ts';
import { recorded, workflow } from '#tests/workflow.ts';
import { testDatabase } from '#tests/world.ts';

const database = await testDatabase();
const world = testWorld(database, fixtureLibrary());
const { db } = database;
const { newUser, contextOf, itemOf } = workflow(world);
const step = await itemOf('project-run');
const { key } = step.secret.open();
const solution = 'program' in key ? key.program : '';
interface Given {
  readonly idempotencyKey?: string;
  readonly outcome?: RunOutcome;
}

/** A page with a program, which can be sent several times; `outcome` stands for a sandbox that fails. */
async function form(
  user: SessionUser,
  code: string,
  { outcome, idempotencyKey = world.newId() }: Given = {},
) {
  const page = await contextOf(user, 'project');
  let runs = 0;
  const sandbox: typeof world.sandbox = {
    run(run, who) {
      runs += 1;
      return outcome ? Promise.resolve(outcome) : world.sandbox.run(run, who);
    },
  };
  const { answer } = workflow({ ...world, sandbox });
  const sent = () => answer(user, page, step.item.id, { code }, { idempotencyKey });
  return { sent, runs: () => runs };
}

async function send(...given: Parameters<typeof form>) {
  const { sent, runs } = await form(...given);
  return { first: await sent(), again: sent, runs };
}

test('the right program is right, and the outcomes of its runs stay on the server', async () => {
  const user = await newUser();
  const { item } = recorded((await send(user, solution)).first);
  expect(item.state).toMatchObject({ solved: true, answer: { code: solution } });
  expect(item.state.answer).toEqual({ code: solution });
  const [row] = await listLedger(db, [user.id]);
  expect(row?.answer).toEqual({ code: solution, ran: { gives: { held: true }, echoes: { held: true } } });
  expect(row && itemType('code-step').grade(step.item.body, key, row.answer).score).toBe(row?.score);
});

test('a wrong program gets the failed checks with reasons, and nothing of the key', async () => {
  const { item } = recorded((await send(await newUser(), 'print("hm")\nprint(nothing)')).first);
  expect(item.state.outcome?.parts).toEqual({ gives: 'wrong', echoes: 'wrong' });
  const told = JSON.stringify(item.state.outcome);
  expect(told).toContain('Your program stopped with NameError on line 2.');
  expect(canaries.filter((word) => told.includes(word)).toSorted()).toEqual([
    'canary-project-run-message-echoes',
    'canary-project-run-message-gives',
  ]);
});

const forgeries = [
  { why: 'by leaving early', code: 'import os\nprint("all checks hold")\nos._exit(0)' },
  {
    why: 'by writing a report of its own',
    code: 'import json, os\nfor n in range(3):\n    json.dumps = lambda *a: \'{"stop": null, "exit": 0, "values": [{"gives": "x"}]}\'',
  },
  {
    why: 'by another repr',
    code: 'import builtins\nbuiltins.repr = lambda value: "right"\ndef answer(): return 1',
  },
  {
    why: 'by another print',
    code: 'import builtins\nbuiltins.print = lambda *a: None\ndef answer(): return True',
  },
  {
    why: 'by a value that equals all',
    code: 'class All:\n    def __eq__(self, other): return True\n    def __repr__(self): return "True"\ndef answer(): return All()',
  },
  {
    why: 'by reading the driver',
    code: 'import sys\nframe = sys._getframe()\nwhile frame:\n    print(frame.f_locals)\n    frame = frame.f_back\ndef answer(): return frame',
  },
  {
    why: 'by what the garbage collector knows',
    code: 'import gc\nprint([o for o in gc.get_objects() if isinstance(o, dict) and "gives" in str(o)[:2000]][:3])\ndef answer(): return "gives"',
  },
];

describe('a verdict cannot be forged', () => {
  test.each(sampled(forgeries, 3, `forgeries on ${engine}`))('$why', async ({ code }) => {
    const { item } = recorded((await send(await newUser(), code)).first);
    expect(item.state.solved).toBe(false);
    expect(item.state.outcome?.parts.gives).toBe('wrong');
  });
});

test('the same answer sent twice is run once and counted once', async () => {
  const user = await newUser();
  const { first, again, runs } = await send(user, 'def answer(): return 1', { idempotencyKey: 'once' });
  expect(recorded(first).item.state.used).toBe(1);
  expect(recorded(await again()).item.state.used).toBe(1);
  expect(runs()).toBe(2);
  expect(await listLedger(db, [user.id])).toHaveLength(1);
});

test('a double click runs once', async () => {
  const { sent, runs } = await form(await newUser(), 'x = 1', { idempotencyKey: 'double' });
  const both = await Promise.all([sent(), sent()]);
  expect(both.map((result) => recorded(result).item.state.used)).toEqual([1, 1]);
  // Two inputs, each of them once.
  expect(runs()).toBe(2);
});

test('another program with the same idempotency key is refused', async () => {
  const user = await newUser();
  await send(user, 'x = 1', { idempotencyKey: 'same' });
  expect((await send(user, 'x = 2', { idempotencyKey: 'same' })).first).toEqual({
    ok: false,
    reason: 'key-reused',
  });
});

test.each(['too-busy', 'crashed'] as const)('a sandbox that is %s costs nothing', async (kind) => {
  const user = await newUser();
  const { first } = await send(user, solution, { outcome: { kind } });
  expect(first).toEqual({ ok: false, reason: 'not-checked' });
  expect(await listLedger(db, [user.id])).toHaveLength(0);
});

test('a step that is solved runs nothing more', async () => {
  const user = await newUser();
  await send(user, solution);
  const { first, runs } = await send(user, 'while True: pass');
  expect(first).toEqual({ ok: false, reason: 'settled' });
  expect(runs()).toBe(0);
});

test('a program that ran too long is told so and counted', async () => {
  const user = await newUser();
  const { first, runs } = await send(user, 'while True: pass', { outcome: { kind: 'time-out' } });
  expect(JSON.stringify(recorded(first).item.state.outcome)).toContain('It ran longer than 5 seconds');
  expect(runs()).toBe(1);
  expect(await listLedger(db, [user.id])).toHaveLength(1);
});
