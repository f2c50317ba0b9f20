import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftReply, DraftRequest } from '#lib/sitting/draft-request.ts';
import { DraftStore } from './draft-store.ts';
import { resendCopies, sendDraft } from './send-drafts.ts';
import { memoryStorage } from './testing/memory-storage.ts';

const review = { path: '/tracks/t/l/review', title: 'Review: L · Surefoot' };
const body: DraftRequest = {
  ...{ lesson: 'l', activity: 'review', sitting: 1, item: 'recall', version: 'v', key: 'k' },
  ...{ device: 'page-one', turn: 3, base: 0, fields: { text: ['typed'] } },
};
const draft = { draft: null, draftRevision: 1, otherDrafts: [] };
const requests: DraftRequest[] = [];
let ada = new DraftStore('ada', memoryStorage());

/** A server that answers the requests in turn; `undefined` is no connection. */
function server(...replies: readonly (DraftReply | undefined)[]) {
  const left = [...replies];
  const post = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    requests.push(JSON.parse(await new Response(init?.body).text()));
    const reply = left.shift();
    if (!reply) throw new TypeError('Failed to fetch');
    return Response.json(reply);
  };
  return (request: DraftRequest) => sendDraft(request, post);
}

const keep = (of: Partial<DraftRequest> = {}, at = Date.now()) =>
  ada.keep({ body: { ...body, ...of }, at, page: review, words: ['typed'] });

beforeEach(() => {
  ada = new DraftStore('ada', memoryStorage());
  requests.length = 0;
});

test.each([
  { why: 'what is new to the server is reported with its page', isNews: true, saved: [review] },
  { why: 'what it had already is not reported', isNews: false, saved: [] },
])('$why', async ({ isNews, saved }) => {
  keep();
  const send = server({ ok: true, value: { ...draft, isNews } });
  expect(await resendCopies(ada, '/', send)).toEqual({ saved, refused: [] });
  expect(requests).toEqual([body]);
  expect(ada.listAll()).toEqual([]);
});

test.each(['late', 'settled'] as const)(
  'refused as %s it stays to be read, and is sent once',
  async (reason) => {
    keep();
    const send = server({ ok: false, reason });
    const refused = [expect.objectContaining({ words: ['typed'], page: review, refused: reason })];
    expect(await resendCopies(ada, '/', send)).toEqual({ saved: [], refused });
    expect(await resendCopies(ada, review.path, send)).toEqual({ saved: [], refused });
    expect(requests).toHaveLength(1);
  },
);

test('refused for this attempt only, its own page goes on with it', async () => {
  keep();
  const send = server({ ok: false, reason: 'answered' });
  expect((await resendCopies(ada, '/', send)).refused).toHaveLength(1);
  expect(await resendCopies(ada, review.path, send)).toEqual({ saved: [], refused: [] });
  expect(ada.listAll()).toHaveLength(1);
});

test('the page that it was typed on looks after it itself', async () => {
  keep();
  const send = server();
  expect(await resendCopies(ada, review.path, send)).toEqual({ saved: [], refused: [] });
  expect(requests).toEqual([]);
});

test('without a connection all of it stays for the next time', async () => {
  keep({}, Date.now() - 1);
  keep({ item: 'another' });
  const send = server(undefined, { ok: true, value: { ...draft, isNews: true } });
  expect(await resendCopies(ada, '/', send)).toEqual({ saved: [], refused: [] });
  expect(requests).toHaveLength(1);
  expect(ada.listAll().map(({ refused }) => refused)).toEqual([undefined, undefined]);
});

test('what somebody else typed is not sent', async () => {
  const storage = memoryStorage();
  new DraftStore('bea', storage).keep({ body, at: Date.now(), page: review, words: ['typed'] });
  const send = server();
  await resendCopies(new DraftStore('ada', storage), '/', send);
  expect(requests).toEqual([]);
});

describe('a request', () => {
  const saved = Response.json({ ok: true, value: { ...draft, isNews: true } });

  test.each([
    { why: 'is finished although the page is closed', length: 1_000, keepalive: true },
    { why: 'is not, where browsers refuse so much', length: 60_000, keepalive: false },
  ])('$why: $length characters', async ({ length, keepalive }) => {
    const sent: (RequestInit | undefined)[] = [];
    const post = async (_url: unknown, init?: RequestInit): Promise<Response> => {
      sent.push(init);
      return saved.clone();
    };
    await sendDraft({ ...body, fields: { text: ['x'.repeat(length)] } }, post);
    expect(sent).toMatchObject([{ method: 'POST', keepalive }]);
  });

  test.each([
    { why: 'signed out', reason: 'signed-out', result: { kind: 'failed', failure: 'signed-out' } },
    { why: 'too many requests', reason: 'too-many', result: { kind: 'failed', failure: 'server' } },
    { why: 'out of time', reason: 'late', result: { kind: 'rejected', reason: 'late' } },
  ] as const)('refused because of $why', async ({ reason, result }) => {
    expect(await server({ ok: false, reason })(body)).toEqual(result);
  });

  test('answered by something that is not our server is tried again', async () => {
    const post = async (): Promise<Response> => new Response('<h1>Sign in to the school network</h1>');
    expect(await sendDraft(body, post)).toEqual({ kind: 'failed', failure: 'offline' });
  });
});
