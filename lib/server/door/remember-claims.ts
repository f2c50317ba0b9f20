type Claims = Readonly<Record<string, unknown>>;

interface SealedToken {
  readonly secret: string;
  readonly token: string;
}

/**
 * Decodes tokens and remembers the claims of the last `most` until their `exp`, in seconds: a browser sends the same token
 * with each request, and decrypting it costs more than the query for its user. A token that is refused is not remembered.
 */
export function rememberClaims(
  decode: (sealed: SealedToken) => Promise<Claims | null>,
  most = 5_000,
): (sealed: SealedToken, now: Date) => Promise<Claims | null> {
  const remembered = new Map<string, { readonly secret: string; readonly claims: Claims }>();
  return async ({ secret, token }, now) => {
    const known = remembered.get(token);
    remembered.delete(token);
    const isValid = known?.secret === secret && isBefore(now, known.claims.exp);
    const claims = isValid ? known.claims : await decode({ secret, token });
    if (claims && isBefore(now, claims.exp)) remembered.set(token, { secret, claims });
    const [leastRecent] = remembered.keys();
    if (remembered.size > most && leastRecent !== undefined) remembered.delete(leastRecent);
    return claims;
  };
}

const isBefore = (now: Date, exp: unknown): boolean => typeof exp === 'number' && now.getTime() < exp * 1000;
