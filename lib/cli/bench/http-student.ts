import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

export interface HttpStudent {
  readonly userId: string;
  /** Path of the plain page of an activity whose questions have no limit of attempts. */
  readonly path: string;
  readonly cookie: string;
}

/** An answer that the server has confirmed as recorded. */
export interface AcknowledgedAnswer {
  readonly userId: string;
  readonly idempotencyKey: string;
}

/**
 * Answers the first open question of the page as a browser without scripts does. `onSend` is called before the request.
 * Undefined when the reply does not confirm the answer; throws when the server is down.
 */
export async function answerOnce(
  url: string,
  { userId, path, cookie }: HttpStudent,
  onSend: (key: string) => void,
): Promise<AcknowledgedAnswer | undefined> {
  const page = await fetch(url + path, { headers: { cookie } });
  const form = formsOf(await page.text()).find(({ choices }) => choices.length > 0);
  const key = form && hiddenValue(form, 'key');
  if (!form || !key) throw new Error(`There is no question on ${path} (status ${page.status})`);
  onSend(key);
  const reply = await fetch(url + path, {
    method: 'POST',
    headers: { cookie, origin: url },
    body: filled(form),
  });
  const forms = formsOf(await reply.text());
  return reply.ok && isRecorded(forms, key) ? { userId, idempotencyKey: key } : undefined;
}

function filled({ hidden, choices }: PageForm): FormData {
  const body = new FormData();
  for (const [name, value] of hidden) body.append(name, value);
  const [choice] = choices;
  if (choice) body.append(...choice);
  return body;
}

/** A confirming reply offers the next attempt at the item, or none once it is solved; a refusal offers the same again. */
function isRecorded(forms: readonly PageForm[], key: string): boolean {
  const keys = forms.flatMap((form) => hiddenValue(form, 'key') ?? []);
  return keys.length > 0 && !keys.includes(key);
}

/** A form of a page, as a browser without scripts would send it. */
export interface PageForm {
  /** Names and values of hidden fields, in the page's order. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  /** Radio buttons that can still be chosen. */
  readonly choices: readonly (readonly [name: string, value: string])[];
}

/** All forms of a page, also those inside hidden boxes of streamed content. */
export function formsOf(html: string): PageForm[] {
  return elements(fromHtml(html), 'form').map((form) => {
    const inputs = elements(form, 'input').map(({ properties }) => properties);
    const named = inputs.flatMap(({ name, value, type, disabled }) =>
      typeof name === 'string' && !disabled ? [{ name, value: String(value ?? ''), type }] : [],
    );
    const of = (wanted: string) =>
      named.flatMap(({ name, value, type }) => (type === wanted ? [[name, value] as const] : []));
    return { hidden: of('hidden'), choices: of('radio') };
  });
}

/** The value of a hidden field. */
export function hiddenValue({ hidden }: PageForm, name: string): string | undefined {
  return hidden.find(([own]) => own === name)?.[1];
}

function elements(node: Root | RootContent, tag: string): Element[] {
  if (!('children' in node)) return [];
  const own = node.type === 'element' && node.tagName === tag ? [node] : [];
  return [...own, ...node.children.flatMap((child) => elements(child, tag))];
}
