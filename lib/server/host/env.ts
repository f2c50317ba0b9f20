import { resolve } from 'node:path';
import { z } from 'zod';
import { type ContentMode, contentModes } from '#lib/lesson/authoring.ts';

/** Who may create an account: anyone, visitors with a class code, or only admins. */
export const signUpModes = ['open', 'code', 'closed'] as const;
export type SignUpMode = (typeof signUpModes)[number];

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The name on the sign-in button. */
  readonly name: string;
}

export interface Env {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** The folder of tracks. */
  readonly contentDir: string;
  /** Where authors publish. */
  readonly contentStore: ContentMode;
  /** As configured; without one `authSecret()` creates and stores one. */
  readonly authSecret: string | undefined;
  readonly publicUrl: string;
  readonly signUp: SignUpMode;
  readonly oidc: OidcSettings | null;
  readonly demo: boolean;
  /** The maximum number of questions in a test. */
  readonly testQuestions: number;
  /** People without an account may answer. */
  readonly guests: boolean;
  /** Browsers may keep opened lessons for reading without a connection. */
  readonly offline: boolean;
  /** A proxy in front sets X-Forwarded-For, so the header is trusted. */
  readonly trustProxy: boolean;
}

const origin = z
  .string()
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'is not a web address')
  .refine(
    (text) => !URL.canParse(text) || ['/', ''].includes(new URL(text).pathname),
    'has a path after the host',
  )
  .transform((text) => new URL(text).origin);

const flag = z
  .enum(['0', '1'], 'is neither 1 nor 0')
  .default('0')
  .transform((text) => text === '1');

const flagOn = z
  .enum(['0', '1'], 'is neither 1 nor 0')
  .default('1')
  .transform((text) => text === '1');

const issuer = z
  .string()
  .refine((text) => URL.canParse(text), 'is not a web address')
  .refine(
    (text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || isLoopback(new URL(text)),
    'is not https (http is accepted on this machine only)',
  )
  .transform((text) => text.replace(/\/(\.well-known\/openid-configuration)?$/, ''));

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const Variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres(ql)?:\/\/.)/, 'is not an address of a database')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  CONTENT_DIR: z.string().default('content/tracks'),
  CONTENT_STORE: z.enum(contentModes, 'is none of database, files').default('database'),
  AUTH_SECRET: z.string().min(32, 'is shorter than 32 characters').optional(),
  PUBLIC_URL: origin.optional(),
  NEXTAUTH_URL: origin.optional(),
  PORT: z.string().regex(/^\d+$/, 'is not a number').default('3000'),
  SIGN_UP: z.enum(signUpModes, 'is none of open, code, closed').default('code'),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'is longer than 60 characters').default('your school'),
  TEST_QUESTIONS: z
    .string()
    .regex(/^([5-9]|[12]\d|30)$/, 'is not a whole number from 5 to 30')
    .default('10')
    .transform(Number),
  GUESTS: flagOn,
  OFFLINE: flagOn,
  SUREFOOT_DEMO: flag,
  TRUST_PROXY: flag,
});

type Name = keyof typeof Variables.shape;

/** The names of all variables that are read here. */
export const variableNames: readonly string[] = Variables.keyof().options;

const whatToWrite: Record<Name, string> = {
  DATABASE_URL: 'postgres://user:password@host/database, or leave it out for SQLite',
  DATA_DIR: 'the path of a folder that Surefoot may write to',
  CONTENT_DIR: 'the path of a folder with tracks of lessons, or leave it out for content/tracks',
  CONTENT_STORE: 'database or files, or leave it out for database',
  AUTH_SECRET: 'the output of "openssl rand -base64 48", or leave it out and one is made',
  PUBLIC_URL: 'the address people type, without a path, such as https://learn.school.example',
  NEXTAUTH_URL: 'the same as PUBLIC_URL, or leave it out',
  PORT: 'a number such as 3000',
  SIGN_UP: 'open, code or closed',
  OIDC_ISSUER: 'the issuer address of your sign-in service, such as https://login.school.example',
  OIDC_CLIENT_ID: 'the client id your sign-in service gave you',
  OIDC_CLIENT_SECRET: 'the client secret your sign-in service gave you',
  OIDC_NAME: 'a short name for the button, such as "Hill School"',
  TEST_QUESTIONS: 'a whole number from 5 to 30, or leave it out for 10',
  GUESTS: '0 to let only people with an account answer, or leave it out for 1',
  OFFLINE: '0 to keep nothing on devices, or leave it out for 1',
  SUREFOOT_DEMO: '1 for a throw-away demo, or leave it out',
  TRUST_PROXY: '1 when a reverse proxy sets X-Forwarded-For, or leave it out',
};

/** Its message names the wrong variable, the fault, and what to write; never the value, which may be a secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const messageFor = (variable: Name, wrong: string) => `${variable} ${wrong}. Write ${whatToWrite[variable]}.`;

/** Reads the variables; an empty one counts as missing, as compose files pass a missing variable as an empty one. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = Variables.safeParse(given);
  if (!read.success) {
    throw new EnvironmentError(
      read.error.issues
        .map(({ path, message }) => messageFor(Variables.keyof().parse(path[0]), message))
        .join('\n'),
    );
  }
  const { data } = read;
  return {
    databaseUrl: data.DATABASE_URL,
    dataDir: resolve(data.DATA_DIR),
    contentDir: resolve(data.CONTENT_DIR),
    contentStore: data.CONTENT_STORE,
    authSecret: data.AUTH_SECRET,
    publicUrl: data.PUBLIC_URL ?? data.NEXTAUTH_URL ?? `http://localhost:${data.PORT}`,
    signUp: data.SIGN_UP,
    oidc: oidcSettings(data),
    testQuestions: data.TEST_QUESTIONS,
    demo: data.SUREFOOT_DEMO,
    guests: data.GUESTS,
    offline: data.OFFLINE,
    trustProxy: data.TRUST_PROXY,
  };
}

/** All settings or none: with half of them nobody could sign in. */
function oidcSettings(data: z.output<typeof Variables>): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined) throw new EnvironmentError(messageFor('OIDC_ISSUER', 'is missing'));
  if (clientId === undefined) throw new EnvironmentError(messageFor('OIDC_CLIENT_ID', 'is missing'));
  if (clientSecret === undefined) throw new EnvironmentError(messageFor('OIDC_CLIENT_SECRET', 'is missing'));
  if (data.PUBLIC_URL === undefined && data.NEXTAUTH_URL === undefined) {
    throw new EnvironmentError(
      messageFor('PUBLIC_URL', 'is missing, but the sign-in service must send people back to it'),
    );
  }
  return { issuer, clientId, clientSecret, name: data.OIDC_NAME };
}

let cached: Env | undefined;

/** The environment of this process, read once. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
