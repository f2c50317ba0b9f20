import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { listen } from './listen.ts';

/** The claims of each person, by the login name at the service. */
export type ClaimsByLogin = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;

export interface SignInService {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

/** A real OpenID Connect provider on this machine, with its own pages for signing in and consent. */
export async function startSignInService(appOrigin: string, people: ClaimsByLogin): Promise<SignInService> {
  const server = createServer();
  const { origin, close } = await listen(server);
  const clientId = 'surefoot';
  const clientSecret = 'a secret shared with the app';
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${appOrigin}/api/auth/callback/oidc`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'zoneinfo'],
      email: ['email', 'email_verified'],
    },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['only for tests'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people[id] }),
    }),
  });
  server.on('request', provider.callback());
  return { issuer: origin, clientId, clientSecret, close };
}
