import { expect, test } from 'vitest';
import { rememberClaims } from './remember-claims.ts';

const now = new Date('2026-11-02T09:00:00Z');
const hour = 60 * 60;
const nowSeconds = now.getTime() / 1000;

/** Reads tokens such as `ada/3600`: a name and the seconds until it expires. Other secrets than `right` are refused. */
function reader(most?: number) {
  const decoded: string[] = [];
  const read = rememberClaims(async ({ secret, token }) => {
    decoded.push(token);
    if (secret !== 'right') throw new Error('This token has another secret');
    const [sub, seconds] = token.split('/');
    return seconds ? { sub, exp: nowSeconds + Number(seconds) } : null;
  }, most);
  const claimsOf = (token: string, { secret = 'right', at = now } = {}) => read({ secret, token }, at);
  return { claimsOf, decoded };
}

test('a token is decoded once', async () => {
  const { claimsOf, decoded } = reader();
  const claims = { sub: 'ada', exp: nowSeconds + hour };
  expect(await claimsOf('ada/3600')).toEqual(claims);
  expect(await claimsOf('ada/3600')).toEqual(claims);
  expect(decoded).toEqual(['ada/3600']);
});

test('an expired token is decoded again, so that it is refused', async () => {
  const { claimsOf, decoded } = reader();
  await claimsOf('ada/3600');
  await claimsOf('ada/3600', { at: new Date(now.getTime() + hour * 1000 - 1) });
  expect(decoded).toHaveLength(1);
  await claimsOf('ada/3600', { at: new Date(now.getTime() + hour * 1000) });
  expect(decoded).toHaveLength(2);
});

test('a token that was read with one secret is refused with another', async () => {
  const { claimsOf } = reader();
  await claimsOf('ada/3600');
  await expect(claimsOf('ada/3600', { secret: 'wrong' })).rejects.toThrow('another secret');
});

test('a token that was refused is not remembered', async () => {
  const { claimsOf, decoded } = reader();
  expect(await claimsOf('noise')).toBeNull();
  expect(await claimsOf('noise')).toBeNull();
  expect(decoded).toEqual(['noise', 'noise']);
});

test('beyond the limit the least recently used token is forgotten', async () => {
  const { claimsOf, decoded } = reader(2);
  for (const token of ['ada/60', 'ben/60', 'ada/60', 'cem/60', 'ada/60', 'ben/60']) await claimsOf(token);
  expect(decoded).toEqual(['ada/60', 'ben/60', 'cem/60', 'ben/60']);
});
