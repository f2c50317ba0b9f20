import { formsOf, hiddenValue, type PageForm } from './page-form.ts';

export interface HttpStudent {
  readonly userId: string;
  /** Path of an activity without JavaScript, with questions that may be answered without limit. */
  readonly path: string;
  readonly cookie: string;
}

/** An answer of which the server has said that it was recorded. */
export interface Acknowledged {
  readonly userId: string;
  readonly key: string;
}

/**
 * Answers the first open question of the page as a browser without scripts does. `sent` is called before the answer
 * leaves. Undefined when the reply does not say that the answer was recorded; throws when the server is away.
 */
export async function answerOnce(
  url: string,
  { userId, path, cookie }: HttpStudent,
  sent: (key: string) => void,
): Promise<Acknowledged | undefined> {
  const page = await fetch(url + path, { headers: { cookie } });
  const form = formsOf(await page.text()).find(({ choices }) => choices.length > 0);
  const key = form && hiddenValue(form, 'key');
  if (!form || !key) throw new Error(`There is no question on ${path} (status ${page.status})`);
  sent(key);
  const reply = await fetch(url + path, {
    method: 'POST',
    headers: { cookie, origin: url },
    body: filled(form),
  });
  const told = formsOf(await reply.text());
  return reply.ok && isRecorded(told, key) ? { userId, key } : undefined;
}

function filled({ hidden, choices }: PageForm): FormData {
  const body = new FormData();
  for (const [name, value] of hidden) body.append(name, value);
  const [choice] = choices;
  if (choice) body.append(...choice);
  return body;
}

/** The reply offers the next attempt of the same item, or, once it is solved, no attempt at all. */
function isRecorded(told: readonly PageForm[], key: string): boolean {
  const item = key.slice(0, key.lastIndexOf('/'));
  const keys = told.flatMap((form) => hiddenValue(form, 'key') ?? []);
  return keys.length > 0 && !keys.includes(key) && keys.some((other) => other.startsWith(`${item}/`));
}
