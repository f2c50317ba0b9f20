import type { z } from 'zod';
import type { SessionUser } from '#lib/access/user.ts';
import type { Result } from '#lib/result.ts';
import { isSameOrigin } from './same-origin.ts';

/** Why a request of the page’s own scripts was refused before its body was used. */
export type JsonRefusal = 'foreign' | 'signed-out' | 'too-many' | 'too-long' | 'invalid';

export interface JsonDoor<I> {
  readonly publicUrl: string;
  readonly schema: z.ZodType<I>;
  /** The longest body in bytes. */
  readonly maxBytes: number;
  findUser(): Promise<SessionUser | null>;
  isWithinRate(userId: string): boolean;
}

/** Reads a JSON request that a script of a page has sent: its origin, user, rate and length are checked before it is parsed. */
export async function readJsonRequest<I>(
  request: Request,
  { publicUrl, schema, maxBytes, findUser, isWithinRate }: JsonDoor<I>,
): Promise<Result<{ readonly user: SessionUser; readonly input: I }, JsonRefusal>> {
  if (!isSameOrigin(request.headers, publicUrl)) return { ok: false, reason: 'foreign' };
  const user = await findUser();
  if (!user) return { ok: false, reason: 'signed-out' };
  if (!isWithinRate(user.id)) return { ok: false, reason: 'too-many' };
  const text = await shortText(request, maxBytes);
  if (text === null) return { ok: false, reason: 'too-long' };
  const input = schema.safeParse(parsed(text));
  return input.success ? { ok: true, value: { user, input: input.data } } : { ok: false, reason: 'invalid' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: refused by the schema like any other malformed body.
    return null;
  }
}

/** The body of a request as text; null when it is longer than `maxBytes`. The length in the header is not trusted. */
export async function shortText({ body }: Request, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
