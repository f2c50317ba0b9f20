/** A minimal browser for signing in: it follows redirects, stores cookies by host and submits forms. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  jar(url: string): Map<string, string> {
    const { host } = new URL(url);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }

  /** @param referer the page whose link is followed */
  async get(url: string, referer?: string): Promise<Page> {
    return this.#follow(url, { method: 'GET', ...(referer ? { headers: { referer } } : {}) });
  }

  /** Fills in the page's form and sends it, as a click on its button would. */
  async submit(page: Page, filled: Readonly<Record<string, string>>): Promise<Page> {
    const target = /<form[^>]*\saction="([^"]+)"/.exec(page.html)?.[1];
    if (target === undefined) throw new Error(`${page.url} has no form:\n${page.html.slice(0, 500)}`);
    const hidden = [...page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]));
    for (const [name, value] of Object.entries(filled)) fields.set(name, value);
    const url = new URL(target, page.url).href;
    return this.#follow(url, { method: 'POST', body: fields, headers: { origin: new URL(page.url).origin } });
  }

  async #follow(start: string, init: RequestInit): Promise<Page> {
    let [url, request] = [start, init];
    for (let hops = 0; hops < 15; hops += 1) {
      const jar = this.jar(url);
      const headers = new Headers(request.headers);
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await fetch(url, { ...request, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) keep(jar, line);
      const location = response.headers.get('location');
      if (location === null) return { url, status: response.status, html: await response.text() };
      [url, request] = [new URL(location, url).href, { method: 'GET' }];
    }
    throw new Error(`Too many redirects from ${start}`);
  }
}

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  const isOver = attributes.some((attribute) => {
    const [key = '', value = ''] = attribute.trim().split('=');
    return (
      (/^max-age$/i.test(key) && Number(value) <= 0) ||
      (/^expires$/i.test(key) && Date.parse(value) <= Date.now())
    );
  });
  if (isOver) jar.delete(name);
  else jar.set(name, pair.slice(name.length + 1));
}
