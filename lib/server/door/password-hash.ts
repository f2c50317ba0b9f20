import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's algorithm 2) at OWASP's first recommendation: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a discarded random password: a check against it takes as long as against a real hash. */
const dummyHash =
  '$argon2id$v=19$m=19456,t=2,p=1$QvyAW/XA0m7p5snUbtY82w$2IicfjGeqSUOZOjvgImhcDUYMxO8dJyK/Pt+Wm4VzGw';

// The same letters typed on two keyboards may differ in code points.
const canonical = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), cost);
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function isPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? dummyHash, canonical(password));
  return matches && typeof passwordHash === 'string';
}
