import { expect } from '@playwright/test';
import { waitForForms } from './hydrated.ts';
import { signInAs, signUp } from './people.ts';
import { test } from './school.ts';

const room = '/author/mlops/random-seeds';
const served = '/tracks/mlops/random-seeds/why';
const sentence = 'This sentence was written in the browser.';

test('an author corrects a finding, publishes, and restores what was there', async ({ page, browser }) => {
  await signInAs(page, 'Marguerite Delacroix');
  await page.getByRole('navigation').getByRole('link', { name: 'Author', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'mlops' }).locator(`a[href="${room}"]`).click();
  await page.getByRole('link', { name: 'why.mdx', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Text of why.mdx' });
  await waitForForms(page);
  const before = await field.inputValue();
  expect(before).toContain('---');

  await field.fill(`${before}\n<Chioce id="a">\n`);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText(/^Error in why\.mdx, line \d+$/).first()).toBeVisible();
  await field.fill(`${before}\n${sentence}\n`);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('The check of the saved draft found nothing.')).toBeVisible();
  await expect(page.frameLocator('iframe').getByText(sentence)).toBeVisible();

  const visitor = await browser.newPage();
  await visitor.goto(served);
  await expect(visitor.getByText(sentence)).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Reason' }).fill('A sentence that says where it was written');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published.', { exact: true })).toBeVisible();
  const isServed = async () => {
    await visitor.goto(served);
    return visitor.getByText(sentence).count();
  };
  await expect.poll(isServed).toBe(1);

  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { name: /^Revision 1: A sentence that says/ })).toBeVisible();
  await page.getByRole('link', { name: 'What it changed' }).click();
  await expect(page.getByText(`+ ${sentence}`)).toBeVisible();
  await page.getByText('Restore the files of the server').click();
  await waitForForms(page);
  await page.getByRole('textbox', { name: 'Reason' }).fill('Back to the files');
  await page.getByRole('button', { name: 'Publish the files of the server again' }).click();
  await expect(page.getByRole('heading', { name: 'Revision 2: Back to the files' })).toBeVisible();
  await expect.poll(isServed).toBe(0);
  await visitor.close();
});

test('a student gets neither the room nor the files, which hold answer keys', async ({ page, browser }) => {
  await signUp(page, browser);
  await expect(page.getByRole('link', { name: 'Author', exact: true })).toHaveCount(0);
  for (const path of ['/author', room, `${room}/history`, `${room}/preview/why`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  }
  for (const file of ['files.zip', 'draft.patch'])
    expect((await page.request.get(`${room}/${file}`)).status()).toBe(404);
});
