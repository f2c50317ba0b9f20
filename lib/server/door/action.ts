import { cookies, headers } from 'next/headers';
import type { z } from 'zod';
import type { SessionUser } from '#lib/access/user.ts';
import type { FieldErrors, FormAction, FormState } from '#lib/form-state.ts';
import type { SubmitReply } from '#lib/progress/sitting-view.ts';
import type { Result } from '#lib/result.ts';
import { answerAsLearner } from '#lib/server/guest/answer-as-learner.ts';
import { currentRequest, refuseWithStatus } from '#lib/server/host/current-request.mjs';
import { env } from '#lib/server/host/env.ts';
import { type Outage, outageWords, unlessOut } from '#lib/server/host/outage.ts';
import { requestWorld } from '#lib/server/host/process-world.ts';
import type { AuthoringWorld, World } from '#lib/server/world.ts';
import { deviceCookie, guestCookie } from './auth-options.ts';
import { formFields } from './form-values.ts';
import { addressOf } from './peer-address.ts';
import { statusOfRefusal } from './refusal-status.ts';
import { isSameOrigin } from './same-origin.ts';
import { currentLearner, rememberGuest, requireLearner, requireUser, wasSignedIn } from './session.ts';
import type { Visitor } from './visitor.ts';

export type Workflow<I, T, R extends string, W = AuthoringWorld> = (
  world: W,
  user: SessionUser,
  input: I,
) => Promise<Result<T, R>>;
export type PublicWorkflow<I, T, R extends string> = (
  world: World,
  input: I,
  visitor: Visitor,
) => Promise<Result<T, R>>;

/** What happens after success, such as a cookie or a redirect. The form gets only what it returns. */
export type AfterSuccess<T, I, V> = (value: T, input: I) => Promise<V>;

const unchanged = async <V>(value: V): Promise<V> => value;

/** Makes actions for whoever `requireOne` lets through. */
function actionsFor(requireOne: () => Promise<SessionUser>) {
  function made<I, T, R extends string>(schema: z.ZodType<I>, workflow: Workflow<I, T, R>): FormAction<T, R>;
  function made<I, T, R extends string, V>(
    schema: z.ZodType<I>,
    workflow: Workflow<I, T, R>,
    afterwards: AfterSuccess<T, I, V>,
  ): FormAction<V, R>;
  function made<I, T, R extends string>(
    schema: z.ZodType<I>,
    workflow: Workflow<I, T, R>,
    afterwards: AfterSuccess<T, I, unknown> = unchanged,
  ): FormAction<unknown, R> {
    return atDoor(async (form) => {
      const user = await requireOne();
      return runForm(schema, form, afterwards, async (input) => workflow(await requestWorld(), user, input));
    });
  }
  return made;
}

/**
 * A server action for signed-in users: checks the origin, the session and the form, then runs the workflow. An outage of
 * the database becomes an error of the form with status 503; a bug reaches the error page.
 */
export const action = actionsFor(requireUser);

/** The same for signed-in users and guests. */
export const learnerAction = actionsFor(requireLearner);

/** The same for answers and hints: the first one of a visitor makes a guest of them. Whoever was signed in is asked to sign in again. */
export function answerAction<I, R extends string>(
  schema: z.ZodType<I>,
  workflow: Workflow<I, SubmitReply, R, World>,
  afterwards: AfterSuccess<SubmitReply, I, SubmitReply> = unchanged,
): FormAction<SubmitReply, R | 'too-many' | 'account-needed'> {
  return atDoor(async (form) => {
    const user = await currentLearner();
    if (!user && (await wasSignedIn())) await requireUser();
    const answerer = { user, address: addressOf(await headers()) };
    return runForm(schema, form, afterwards, async (input) => {
      const { result, started } = await answerAsLearner(await requestWorld(), answerer, workflow, input);
      if (started) await rememberGuest(started.id);
      // A page that was served to a signed-in user shuffles differently from that of a visitor.
      else if (!user && !result.ok && result.reason === 'stale') await requireUser();
      return result;
    });
  });
}

/** The same for actions that need no signed-in user. */
export function publicAction<I, T, R extends string>(
  schema: z.ZodType<I>,
  workflow: PublicWorkflow<I, T, R>,
): FormAction<T, R>;
export function publicAction<I, T, R extends string, V>(
  schema: z.ZodType<I>,
  workflow: PublicWorkflow<I, T, R>,
  afterwards: AfterSuccess<T, I, V>,
): FormAction<V, R>;
export function publicAction<I, T, R extends string>(
  schema: z.ZodType<I>,
  workflow: PublicWorkflow<I, T, R>,
  afterwards: AfterSuccess<T, I, unknown> = unchanged,
): FormAction<unknown, R> {
  return atDoor(async (form) => {
    const store = await cookies();
    const visitor = {
      address: addressOf(await headers()),
      devices: store.get(deviceCookie(env()).name)?.value,
      guest: store.get(guestCookie(env()).name)?.value,
    };
    return runForm(schema, form, afterwards, async (input) => workflow(await requestWorld(), input, visitor));
  });
}

/** The checks of every action, before its form is read. A refusal is also the status of the response. */
function atDoor<T, R extends string>(run: (form: FormData) => Promise<FormState<T, R>>): FormAction<T, R> {
  return async (_before, form) => {
    const request = currentRequest();
    if (request) request.hasReachedAction = true;
    const state = await answer(form, run);
    if (state !== null && !state.ok)
      refuseWithStatus(statusOfRefusal(state.reason), 'waitSeconds' in state ? state.waitSeconds : null);
    return state;
  };
}

async function answer<T, R extends string>(
  form: unknown,
  run: (form: FormData) => Promise<FormState<T, R>>,
): Promise<FormState<T, R>> {
  // Whoever writes the request by hand chooses what the arguments are.
  if (!(form instanceof FormData)) return refuseForm('This is not a form.');
  if (!(await isOwnPage()))
    return refuseForm('This form did not come from our own page. Reload the page and send it again.');
  return unlessOut(() => run(form), unsavedForm);
}

const refuseForm = (message: string) =>
  ({ ok: false, reason: 'invalid', fields: { '': [message] } }) as const;

const unsavedForm = (outage: Outage) => refuseForm(outageWords[outage]);

async function isOwnPage(): Promise<boolean> {
  return isSameOrigin(await headers(), env().publicUrl);
}

/** Runs a workflow with the parsed form. Only fields of the schema reach it. */
export async function runForm<I, T, R extends string, V>(
  schema: z.ZodType<I>,
  form: FormData,
  afterwards: AfterSuccess<T, I, V>,
  run: (input: I) => Promise<Result<T, R>>,
): Promise<FormState<V, R>> {
  const input = schema.safeParse(formFields(form));
  if (!input.success) return { ok: false, reason: 'invalid', fields: fieldErrors(input.error) };
  const result = await run(input.data);
  return result.ok
    ? { ok: true, value: await afterwards(result.value, input.data) }
    : { ...result, reason: result.reason as Exclude<R, 'invalid'> };
}

function fieldErrors(error: z.ZodError): FieldErrors {
  const errors = new Map<string, string[]>();
  for (const { path, message } of error.issues) {
    const name = String(path[0] ?? '');
    errors.set(name, [...(errors.get(name) ?? []), message]);
  }
  return Object.fromEntries(errors);
}
