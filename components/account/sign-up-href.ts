/** How a visitor may get an account, and the page to return to. */
export interface WayIn {
  readonly path: string;
  readonly signUp: 'open' | 'code' | 'closed';
}

/** The page that makes an account; null where the school does. */
export function signUpHref({ path, signUp }: WayIn): string | null {
  return signUp === 'closed' ? null : `/signup?next=${encodeURIComponent(path)}`;
}
