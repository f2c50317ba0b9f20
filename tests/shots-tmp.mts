import { chromium } from '@playwright/test';

const base = 'http://localhost:3471';
const only = process.argv[2];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
async function ctx(width: number, scheme: 'light' | 'dark', js = true) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: js,
  });
  const page = await context.newPage();
  await page.goto(`${base}/signin?next=/today`);
  await page.getByRole('button', { name: only ?? 'Ada Lindqvist', exact: true }).click();
  await page.waitForURL('**/today');
  return page;
}
for (const width of [360, 1280])
  for (const scheme of ['light', 'dark'] as const) {
    const page = await ctx(width, scheme);
    await page.waitForTimeout(600);
    await page.screenshot({ path: `/tmp/wtoday/shots/today-${width}-${scheme}.png`, fullPage: true });
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    console.log(width, scheme, 'overflow', wide);
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    const start = page.getByRole('button', { name: 'Five minutes of review' });
    if (await start.count()) {
      await start.click();
      await page.waitForURL('**/today/review');
      await page.getByRole('heading', { name: /Question \d/ }).waitFor();
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/wtoday/shots/review-${width}-${scheme}.png`, fullPage: true });
    } else console.log('nothing due');
    await page.context().close();
  }
await browser.close();
