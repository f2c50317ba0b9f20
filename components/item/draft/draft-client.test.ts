import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '#lib/item/registry.ts';
import type { DraftState } from '#lib/sitting/draft.ts';
import type { DraftRequest } from '#lib/sitting/draft-request.ts';
import { DraftClient, type DraftClientSetup, type DraftView } from './draft-client.ts';
import { DraftStore } from './draft-store.ts';
import { DraftSync } from './draft-sync.ts';
import { resendCopies, type SendResult } from './send-drafts.ts';
import { FakeClock, FakeForm, FakeServer, settled } from './testing/draft-doubles.ts';
import { memoryStorage } from './testing/memory-storage.ts';

const item = { lesson: 'l', activity: 'review', sitting: 1, item: 'recall' };
const attempt = { ...item, version: 'v', key: 'l/review/1/recall/1' };
const served: DraftState = { draft: null, draftRevision: 0, otherDrafts: [] };
const offline: SendResult = { kind: 'failed', failure: 'offline' };
const saved = (revision: number, more: Partial<DraftState> = {}): SendResult => ({
  kind: 'saved',
  value: { ...served, draftRevision: revision, isNews: true, ...more },
});

let clock = new FakeClock();
let server = new FakeServer();
let store = new DraftStore('ada', memoryStorage());
let views: DraftView[] = [];
let replaced: Answer[] = [];

beforeEach(() => {
  clock = new FakeClock();
  server = new FakeServer();
  store = new DraftStore('ada', memoryStorage());
  views = [];
  replaced = [];
});

function clientOf(more: Partial<DraftClientSetup> = {}): DraftClient {
  return new DraftClient({
    ...{ attempt, served, store, clock, device: 'this-page' },
    loadSync: async () => (setup) => new DraftSync({ ...setup, send: server.send }),
    isAnswered: () => false,
    onView: (view) => views.push(view),
    onReplace: (draft) => replaced.push(draft),
    ...more,
  });
}

/** A page of which the script that sends has loaded. */
async function openPage(form = new FakeForm(), more: Partial<DraftClientSetup> = {}) {
  const client = clientOf(more);
  const detach = client.attach(form, form.isEdited());
  form.emit('touched');
  await settled();
  return { client, form, detach };
}

const sentTexts = () => server.requests.map(({ fields }) => fields.text?.[0]);
const storedTexts = () => store.list(item).map(({ body }) => body.fields.text?.[0]);
const lastView = () => views.at(-1);

/** What an earlier page of the item has left on the device. */
function leaveCopy(text: string, more: Partial<DraftRequest> = {}): void {
  const body = { ...attempt, device: 'earlier-page', turn: 4, base: 0, fields: { text: [text] }, ...more };
  store.keep({ body, at: clock.now(), page: new FakeForm().page(), words: [text] });
}

describe('autosave', () => {
  test('a change is stored on the device at once, and sent after a pause in typing', async () => {
    const { form } = await openPage();
    form.type('a');
    form.type('ab');
    expect(storedTexts()).toEqual(['ab']);
    await clock.pass(1_499);
    expect(server.requests).toEqual([]);
    await clock.pass(1);
    expect(server.requests).toMatchObject([{ ...attempt, device: 'this-page', turn: 2, base: 0 }]);
    expect(lastView()).toMatchObject({ status: 'saving' });
    await server.answer(saved(1));
    expect(storedTexts()).toEqual([]);
    expect(lastView()).toEqual({ status: 'saved', message: 'Saved', conflicts: [] });
  });

  test('the copy of what was typed while a save was being sent stays until that is saved too', async () => {
    const { form } = await openPage();
    form.type('a');
    await clock.pass(1_500);
    form.type('ab');
    await server.answer(saved(1));
    expect(storedTexts()).toEqual(['ab']);
    await clock.pass(5_000);
    expect(server.requests.at(-1)).toMatchObject({ turn: 2, base: 1, fields: { text: ['ab'] } });
    await server.answer(saved(2));
    expect(storedTexts()).toEqual([]);
  });

  test('without a connection the copy stays, and is sent when the connection is back', async () => {
    const { form } = await openPage();
    form.type('in a tunnel');
    await clock.pass(1_500);
    await server.answer(offline);
    expect(lastView()?.message).toBe(
      'Not saved yet: no connection. Stored on this device and sent when you are back online.',
    );
    expect(storedTexts()).toEqual(['in a tunnel']);
    form.emit('online');
    await clock.pass(0);
    expect(sentTexts()).toEqual(['in a tunnel', 'in a tunnel']);
  });

  test('where the browser stores nothing the page says that it has to stay open', async () => {
    const { client, form } = await openPage(new FakeForm(), { store: new DraftStore('ada', null) });
    form.type('a');
    await clock.pass(1_500);
    await server.answer(offline);
    expect(lastView()?.message).toMatch(/Keep this page open/);
    const flushed = client.flush();
    await server.answer(offline);
    expect(await flushed).toBe(false);
  });

  test('a save that is refused for good stays to be read, and nothing more is sent', async () => {
    const { form } = await openPage();
    form.type('too late');
    await clock.pass(1_500);
    await server.answer({ kind: 'rejected', reason: 'late' });
    form.type('even later');
    await clock.pass(60_000);
    expect(sentTexts()).toEqual(['too late']);
    expect(lastView()).toMatchObject({ status: 'late', message: 'Not saved: time was up.' });
  });

  test('what scripts rearrange before the learner touches the form is no change', async () => {
    const form = new FakeForm('served');
    clientOf().attach(form, false);
    form.rewrite('rearranged');
    await clock.pass(10_000);
    expect([storedTexts(), server.requests]).toEqual([[], []]);
  });

  test('disabled inputs, which post nothing, are not saved', async () => {
    const { form } = await openPage(new FakeForm('served'));
    form.disabled = true;
    form.rewrite('');
    await clock.pass(10_000);
    expect([storedTexts(), server.requests]).toEqual([[], []]);
  });
});

describe('before the script that sends has loaded', () => {
  test('what was typed before any script ran is stored, and sent', async () => {
    const form = new FakeForm('typed early', 'served');
    clientOf().attach(form, form.isEdited());
    expect(storedTexts()).toEqual(['typed early']);
    await settled();
    await clock.pass(1_500);
    expect(server.requests).toMatchObject([{ turn: 1, fields: { text: ['typed early'] } }]);
  });

  test('a change that is taken back replaces its copy', () => {
    const form = new FakeForm('served');
    clientOf({ loadSync: () => new Promise(() => undefined) }).attach(form, false);
    form.type('served, and more');
    form.type('served');
    expect(storedTexts()).toEqual(['served']);
  });

  test('it is asked for again until it comes, and the learner is told', async () => {
    let tries = 0;
    const form = new FakeForm();
    clientOf({
      loadSync: async () => {
        tries += 1;
        if (tries < 3) throw new TypeError('Failed to fetch');
        return (setup) => new DraftSync({ ...setup, send: server.send });
      },
    }).attach(form, false);
    form.type('typed offline');
    await settled();
    expect(lastView()).toMatchObject({ status: 'offline' });
    await clock.pass(3_000);
    expect(tries).toBe(2);
    form.emit('online');
    await settled();
    expect(tries).toBe(3);
    await clock.pass(1_500);
    expect(sentTexts()).toEqual(['typed offline']);
  });

  test('a page that is only read never asks for it', async () => {
    let tries = 0;
    const loadSync: DraftClientSetup['loadSync'] = () => {
      tries += 1;
      return new Promise(() => undefined);
    };
    clientOf({ loadSync }).attach(new FakeForm(), false);
    await clock.pass(60_000);
    expect(tries).toBe(0);
    leaveCopy('left unsent');
    clientOf({ loadSync }).attach(new FakeForm(), false);
    expect(tries).toBe(1);
  });

  test('a form that is gone when it comes is left alone', async () => {
    const form = new FakeForm();
    const detach = clientOf().attach(form, false);
    form.type('a');
    detach();
    await clock.pass(60_000);
    expect(form.isListenedTo).toBe(false);
    expect([storedTexts(), sentTexts()]).toEqual([['a'], []]);
  });
});

describe('leaving', () => {
  test('the form: what is unsaved is sent at once, and once', async () => {
    const { form } = await openPage();
    form.type('a');
    form.emit('left');
    form.emit('left');
    expect(sentTexts()).toEqual(['a']);
  });

  test('the form whose answer was recorded: nothing is sent', async () => {
    let answered = false;
    const { form } = await openPage(new FakeForm(), { isAnswered: () => answered });
    form.type('submitted');
    answered = true;
    form.emit('left');
    expect(sentTexts()).toEqual([]);
  });

  test('the page: a detached form sends nothing more by itself', async () => {
    const { client, form, detach } = await openPage();
    form.type('a');
    client.sendNow();
    detach();
    await server.answer(offline);
    await clock.pass(60_000);
    expect(sentTexts()).toEqual(['a']);
    expect(storedTexts()).toEqual(['a']);
  });

  test('an attempt that was submitted needs no copy', async () => {
    const { client, form } = await openPage();
    form.type('submitted');
    client.discard();
    expect(storedTexts()).toEqual([]);
  });

  test('the same before the script that sends has loaded', () => {
    const client = clientOf({ loadSync: () => new Promise(() => undefined) });
    const form = new FakeForm();
    client.attach(form, false);
    form.type('submitted');
    client.discard();
    expect(storedTexts()).toEqual([]);
  });

  test('a form that comes back goes on with its draft', async () => {
    const { client, form, detach } = await openPage();
    form.type('a');
    detach();
    client.attach(form, true);
    await clock.pass(1_500);
    expect(sentTexts()).toEqual(['a']);
  });

  test('flush waits for the server', async () => {
    const { client, form } = await openPage(new FakeForm(), { store: new DraftStore('ada', null) });
    form.type('a');
    const flushed = client.flush();
    await server.answer(saved(1));
    expect(await flushed).toBe(true);
  });
});

describe('copies of earlier pages', () => {
  test('they are sent for the attempt of this page, which then shows the draft', async () => {
    leaveCopy('left unsent', { key: 'an earlier attempt' });
    await openPage();
    expect(server.requests).toMatchObject([
      { device: 'earlier-page', turn: 4, key: attempt.key, fields: { text: ['left unsent'] } },
    ]);
    await server.answer(saved(1, { draft: { text: 'left unsent', ticks: null } }));
    expect(replaced).toEqual([{ text: 'left unsent', ticks: null }]);
    expect(storedTexts()).toEqual([]);
  });

  test('what this page shows already is not sent', async () => {
    leaveCopy('the same');
    await openPage(new FakeForm('the same'));
    expect([sentTexts(), storedTexts()]).toEqual([[], []]);
  });

  test('they do not replace what was typed here meanwhile', async () => {
    leaveCopy('left unsent');
    const { form } = await openPage();
    form.type('typed here');
    await server.answer(saved(1, { draft: { text: 'left unsent', ticks: null } }));
    expect(replaced).toEqual([]);
    expect(storedTexts()).toEqual(['typed here']);
  });

  test('nor are they replaced by it: its save names the revision that the page shows', async () => {
    leaveCopy('left unsent');
    const { form } = await openPage();
    form.type('typed here');
    await server.answer(saved(1, { draft: { text: 'left unsent', ticks: null } }));
    await clock.pass(1_500);
    expect(server.requests.at(-1)).toMatchObject({ base: 0, fields: { text: ['typed here'] } });
  });

  test.each([
    { why: 'after it was read', answerFirst: true },
    { why: 'while it loads the script that sends', answerFirst: false },
  ])('what another page sends $why is shown', async ({ answerFirst }) => {
    leaveCopy('begun, and gone on with');
    const sent = resendCopies(store, '/', server.send);
    const answer = () => server.answer(saved(2, { draft: { text: 'begun, and gone on with', ticks: null } }));
    if (answerFirst) await answer();
    let load = (): void => undefined;
    clientOf({
      served: { ...served, draft: { text: 'begun', ticks: null }, draftRevision: 1 },
      loadSync: () =>
        new Promise((resolve) => {
          load = () => resolve((setup) => new DraftSync({ ...setup, send: server.send }));
        }),
    }).attach(new FakeForm('begun'), false);
    if (!answerFirst) await answer();
    await sent;
    load();
    await settled();
    expect(replaced).toEqual([{ text: 'begun, and gone on with', ticks: null }]);
    expect(lastView()).toMatchObject({ status: 'saved', conflicts: [] });
    expect(sentTexts()).toEqual(['begun, and gone on with']);
  });

  test('what the page shows already is not put there again', async () => {
    leaveCopy('the same');
    const sent = resendCopies(store, '/', server.send);
    await server.answer(saved(1, { draft: { text: 'the same', ticks: null } }));
    await sent;
    await openPage(new FakeForm('the same'), { served: { ...served, draftRevision: 1 } });
    expect(replaced).toEqual([]);
  });

  test('what was saved for an earlier attempt is not shown in the next', async () => {
    leaveCopy('submitted');
    const sent = resendCopies(store, '/', server.send);
    await server.answer(saved(3, { draft: { text: 'submitted', ticks: null } }));
    await sent;
    await openPage(new FakeForm(), { attempt: { ...attempt, key: 'l/review/1/recall/2' } });
    expect(replaced).toEqual([]);
  });

  test('without a connection they are tried again, at longer and longer intervals', async () => {
    leaveCopy('left unsent');
    await openPage();
    await server.answer(offline);
    await clock.pass(2_000);
    expect(server.requests).toHaveLength(2);
    await server.answer(offline);
    await clock.pass(3_999);
    expect(server.requests).toHaveLength(2);
    await clock.pass(1);
    expect(server.requests).toHaveLength(3);
    expect(storedTexts()).toEqual(['left unsent']);
  });
});

describe('conflicts', () => {
  const conflict = { id: 'phone.1', savedAt: Date.parse('2026-11-22T09:00:00Z') };

  test('a save that meets another page’s draft offers it', async () => {
    const { form } = await openPage();
    form.type('from the desk');
    await clock.pass(1_500);
    await server.answer(saved(2, { otherDrafts: [conflict] }));
    expect(lastView()).toEqual({ status: 'saved', message: 'Saved', conflicts: [conflict] });
  });

  test('choosing one saves what the form holds, and puts the other in its place', async () => {
    const { client, form } = await openPage(new FakeForm('from the desk'), {
      served: { ...served, draftRevision: 2, otherDrafts: [conflict] },
    });
    const chosen = client.choose(conflict.id);
    expect(server.requests).toMatchObject([
      { turn: 1, base: 2, use: 'phone.1', fields: { text: ['from the desk'] } },
    ]);
    await server.answer(saved(3, { draft: { text: 'from the phone', ticks: null } }));
    await chosen;
    expect(replaced).toEqual([{ text: 'from the phone', ticks: null }]);
    form.rewrite('from the phone');
    await clock.pass(10_000);
    expect(server.requests).toHaveLength(1);
  });

  test('a choice that did not arrive is shown as not saved', async () => {
    const { client } = await openPage(new FakeForm('from the desk'), {
      served: { ...served, draftRevision: 2, otherDrafts: [conflict] },
    });
    const chosen = client.choose(conflict.id);
    await server.answer(offline);
    await chosen;
    expect(replaced).toEqual([]);
    expect(lastView()).toMatchObject({ status: 'offline', conflicts: [conflict] });
  });
});
