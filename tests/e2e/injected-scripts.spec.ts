import { type APIResponse, expect, type Page } from '@playwright/test';
import { themeScript } from '#lib/theme-script.mjs';
import { waitForHydration } from './hydrated.ts';
import { lesson, retrying, signInAs, signUp, teacher } from './people.ts';
import { test } from './school.ts';

/** Ways by which markup that got into a page would run. Each writes its name into `ran` when it does. */
const injected = [
  `<script>(window.ran ??= []).push('inline script')</script>`,
  `<script src="data:text/javascript,(window.ran ??= []).push('script at an address')"></script>`,
  `<img src="data:," alt="" onerror="(window.ran ??= []).push('event handler')">`,
  `<svg onload="(window.ran ??= []).push('event of a drawing')"></svg>`,
  `<a id="planted" href="javascript:(window.ran ??= []).push('address')">a</a>`,
].join('');
const all = ['address', 'event handler', 'event of a drawing', 'inline script', 'script at an address'];

/** The policy that Surefoot had before: the control, under which the injected markup must run. */
const formerPolicy = "default-src 'self'; script-src 'self' 'unsafe-inline' data:; img-src 'self' data:";

/** Adds markup to the HTML of pages on their way to the browser; their headers stay, but for a policy that is given. */
async function inject(page: Page, policy?: string): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const headers = { ...response.headers(), ...(policy ? { 'content-security-policy': policy } : {}) };
    const body = (await response.text()).replace('</body>', `${injected}</body>`);
    await route.fulfill({ response, headers, body });
  });
}

/** What of the injected markup has run, after the address in it was clicked. */
async function whatRan(page: Page): Promise<string[]> {
  await page.locator('#planted').evaluate((link) => link instanceof HTMLElement && link.click());
  // Behind the click, the reply of the image and the task of the address.
  await page.evaluate(() => fetch('/api/clock').then(() => new Promise((done) => setTimeout(done, 100))));
  return page.evaluate(() => [...(Reflect.get(window, 'ran') ?? [])].toSorted());
}

/** The violations of the policy that a page reports from now on. */
async function watchViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction('reportViolation', (directive: string) => found.push(directive));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) =>
      Reflect.get(window, 'reportViolation')(`${violatedDirective} ${blockedURI} ${sample}`),
    ),
  );
  return found;
}

async function expectHydrated(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeVisible();
  await waitForHydration(page);
}

const studentPages = [
  `${lesson}/deep`,
  `${lesson}/test`,
  '/today',
  '/help/operator/security',
  '/no-such-page',
];

test('markup that got into a page of students runs nothing, and the page works', async ({
  page,
  browser,
}) => {
  await signUp(page, browser);
  const violations = await watchViolations(page);
  for (const path of [...studentPages, `${lesson}/no-such-activity`]) {
    await page.goto(path);
    await expectHydrated(page);
    expect.soft(violations, `${path}, as it is sent`).toEqual([]);
  }
  await inject(page);
  for (const path of studentPages) {
    violations.length = 0;
    await page.goto(path);
    await expectHydrated(page);
    expect.soft(await whatRan(page), path).toEqual([]);
    // Each of the five was there, and was refused.
    expect.soft(violations.toSorted(), path).toHaveLength(all.length);
  }
});

test('markup that got into a page of teachers runs nothing, and the page works', async ({ page }) => {
  await signInAs(page, teacher, '/teach');
  const violations = await watchViolations(page);
  await page.goto('/teach');
  await expectHydrated(page);
  expect(violations).toEqual([]);
  await inject(page);
  await page.goto('/teach');
  await expectHydrated(page);
  expect(await whatRan(page)).toEqual([]);
  expect(violations).toHaveLength(all.length);
});

test('the same markup runs under the former policy', async ({ page }) => {
  await inject(page, formerPolicy);
  await page.goto('/help');
  expect(await whatRan(page)).toEqual(all);
});

test('text that becomes markup or a script passes a policy', async ({ page }) => {
  await page.goto('/');
  await expectHydrated(page);
  const outcomes = await page.evaluate(() => {
    const outcome = (attempt: () => void) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const script = document.createElement('script');
    return {
      markup: outcome(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
      program: outcome(() => (script.textContent = 'alert(1)')),
      address: outcome(() => (script.src = '/texts/of-an-author')),
      policy: outcome(() => trustedTypes?.createPolicy('another', {})),
      ours: outcome(() => (script.src = '/_next/static/chunks/a.js')),
    };
  });
  const refused = 'TypeError';
  expect(outcomes).toEqual({
    markup: refused,
    program: refused,
    address: refused,
    policy: refused,
    ours: 'done',
  });
});

/** The sources of scripts in the policy of a reply. */
const scriptSources = (reply: APIResponse): string[] =>
  /script-src ([^;]*)/.exec(reply.headers()['content-security-policy'] ?? '')?.[1]?.split(' ') ?? [];

test('each reply has a nonce of its own, and its scripts have no other', async ({ page, browser }) => {
  await signUp(page, browser);
  const form = {
    multipart: { userName: 'nobody', password: '' },
    headers: { origin: new URL(page.url()).origin },
  };
  const paths = ['/', ...studentPages, '/signin', '/leaderboard', '/api/health', '/texts/none'];
  const replies = [
    ...(await Promise.all(paths.map((path) => page.request.get(path, retrying)))),
    await page.request.post('/signin', { ...form, ...retrying }),
    await page.request.post(`${lesson}/try`, { ...form, ...retrying }),
  ];
  const nonces = new Set<string>();
  for (const reply of replies) {
    const sources = scriptSources(reply);
    expect.soft(sources, reply.url()).not.toContain("'unsafe-inline'");
    expect.soft(sources, reply.url()).toContain("'strict-dynamic'");
    const nonce = sources.find((source) => source.startsWith("'nonce-"))?.slice(7, -1) ?? '';
    nonces.add(nonce);
    const tags = [...(await reply.text()).matchAll(/<script\b([^>]*)>([^<]*)/g)];
    const others = tags.filter(([, attributes = '']) => !attributes.includes(`nonce="${nonce}"`));
    // The script that reads the settings of the device is allowed by its hash.
    expect
      .soft(
        others.filter(([, , text = '']) => text !== themeScript),
        reply.url(),
      )
      .toEqual([]);
  }
  expect(nonces.size).toBe(replies.length);
  expect([...nonces].every((nonce) => nonce.length === 22)).toBe(true);
});
