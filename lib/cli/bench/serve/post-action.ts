import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { HttpRequest } from './http-request.ts';

const Manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string().optional() })) });

/** The id by which a page's script calls a server action of a build. */
export async function actionId(folder: string, exportedName: string): Promise<string> {
  const file = join(folder, '.next/server/server-reference-manifest.json');
  const { node } = Manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  const [id] = Object.keys(node).filter((one) => node[one]?.exportedName === exportedName);
  if (!id) throw new Error(`${file} names no action ${exportedName}`);
  return id;
}

export interface ActionPost {
  readonly port: number;
  readonly path: string;
  readonly action: string;
  readonly cookie: string;
  readonly form: Iterable<readonly [name: string, value: string]>;
}

/**
 * The request by which a page's script calls an action with a state (none yet) and a form. React's encoding of arguments:
 * part 0 holds the list of arguments, `$K1` refers to the form, and the names of the form's fields start with `_1_` (React 19.3).
 */
export async function postOfAction({ port, path, action, cookie, form }: ActionPost): Promise<HttpRequest> {
  const parts = new FormData();
  for (const [name, value] of form) parts.append(`_1_${name}`, value);
  parts.append('0', '[null,"$K1"]');
  const encoded = new Response(parts);
  const contentType = encoded.headers.get('content-type') ?? '';
  const headers = {
    accept: 'text/x-component',
    'content-type': contentType,
    'next-action': action,
    origin: `http://localhost:${port}`,
    cookie,
  };
  return { method: 'POST', path, headers, body: await encoded.text() };
}
