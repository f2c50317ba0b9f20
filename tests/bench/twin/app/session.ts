import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';

const signature = (userId: string): Buffer =>
  createHmac('sha256', process.env.TWIN_SECRET ?? '')
    .update(userId)
    .digest();

/** The user of a cookie `<id>.<HMAC-SHA-256 in base64url>`; null when there is none or its signature is wrong. */
export async function currentUserId(): Promise<string | null> {
  const [userId = '', signed = ''] = ((await cookies()).get('session')?.value ?? '').split('.');
  const [given, expected] = [Buffer.from(signed, 'base64url'), signature(userId)];
  return given.length === expected.length && timingSafeEqual(given, expected) ? userId : null;
}
