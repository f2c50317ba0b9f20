import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftBody, DraftReply } from '#lib/sitting/draft-wire.ts';
import { keepCopy, listAllCopies } from './draft-copies.ts';
import { resendCopies } from './resend-copies.ts';
import { storage } from './testing/storage.ts';

const review = { path: '/tracks/t/l/review', title: 'Review: L · Surefoot' };
const body: DraftBody = {
  ...{ lesson: 'l', activity: 'review', sitting: 1, item: 'recall', version: 'v', key: 'k' },
  ...{ device: 'page-one', turn: 3, base: 0, fields: { text: ['typed'] } },
};
const draft = { draft: null, draftRevision: 1, otherDrafts: [] };
const asked: DraftBody[] = [];

/** A server that answers each save so; without an answer there is no connection. */
function serve(...replies: readonly (DraftReply | undefined)[]): void {
  const left = [...replies];
  vi.stubGlobal('fetch', async (_url: string, { body: sent }: { body: Blob }) => {
    asked.push(JSON.parse(await sent.text()));
    const reply = left.shift();
    if (!reply) throw new TypeError('Failed to fetch');
    return Response.json(reply);
  });
}

const keep = (of: Partial<DraftBody> = {}, at = Date.now()) =>
  keepCopy('ada', { body: { ...body, ...of }, at, page: review, words: ['typed'] });

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  asked.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  { why: 'what is new to the server is told with its page', isNews: true, saved: [review] },
  { why: 'what it had already goes without a word', isNews: false, saved: [] },
])('$why', async ({ isNews, saved }) => {
  keep();
  serve({ ok: true, value: { ...draft, isNews } });
  expect(await resendCopies('ada', '/')).toEqual({ saved, refused: [] });
  expect(asked).toEqual([body]);
  expect(listAllCopies('ada')).toEqual([]);
});

test.each(['late', 'settled'] as const)(
  'refused as %s it stays to be read, and is sent once',
  async (reason) => {
    keep();
    serve({ ok: false, reason });
    const refused = [expect.objectContaining({ words: ['typed'], page: review, refused: reason })];
    expect(await resendCopies('ada', '/')).toEqual({ saved: [], refused });
    expect(await resendCopies('ada', review.path)).toEqual({ saved: [], refused });
    expect(asked).toHaveLength(1);
  },
);

test('refused for this attempt only, its own page goes on with it', async () => {
  keep();
  serve({ ok: false, reason: 'answered' });
  expect((await resendCopies('ada', '/')).refused).toHaveLength(1);
  expect(await resendCopies('ada', review.path)).toEqual({ saved: [], refused: [] });
  expect(listAllCopies('ada')).toHaveLength(1);
});

test('the page that it was typed on looks after it itself', async () => {
  keep();
  serve();
  expect(await resendCopies('ada', review.path)).toEqual({ saved: [], refused: [] });
  expect(asked).toEqual([]);
});

test('without a connection all of it stays for the next time', async () => {
  keep({}, Date.now() - 1);
  keep({ item: 'another' });
  serve(undefined, { ok: true, value: { ...draft, isNews: true } });
  expect(await resendCopies('ada', '/')).toEqual({ saved: [], refused: [] });
  expect(asked).toHaveLength(1);
  expect(listAllCopies('ada').map(({ refused }) => refused)).toEqual([undefined, undefined]);
});

test('what somebody else typed is not sent', async () => {
  keep();
  serve();
  await resendCopies('bea', '/');
  expect(asked).toEqual([]);
});
