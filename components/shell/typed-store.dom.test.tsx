import { afterEach, beforeEach, expect, test } from 'vitest';
import { TypedFields } from './typed-store.ts';

const profile = `<form>
  <input name="displayName" value="Ebba">
  <input name="password" type="password">
  <select name="clock"><option value="1" selected>Standard</option><option value="2">Double</option></select>
  <label><input type="radio" name="place" value="home" checked>Home</label>
  <label><input type="radio" name="place" value="away">Away</label>
</form>
<form><input name="displayName" value=""></form>
<article data-item><form><textarea name="text"></textarea></form></article>`;

let store: TypedFields;
let leave: () => void = () => undefined;

beforeEach(() => {
  store = new TypedFields();
});
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

/** Shows a page as the router does: the content first, and then the address. */
function show(address: string, html: string, how: 'link' | 'back' = 'link'): HTMLElement {
  leave();
  if (how === 'back') store.traverse(address);
  const page = document.createElement('main');
  page.innerHTML = html;
  document.body.replaceChildren(page);
  leave = store.follow(page, address);
  return page;
}

function control(page: HTMLElement, selector: string, at = 0): HTMLInputElement {
  const found = page.querySelectorAll<HTMLInputElement>(selector)[at];
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

function type(page: HTMLElement, selector: string, value: string, at = 0): void {
  const typed = control(page, selector, at);
  if (typed.type === 'radio') typed.checked = true;
  else typed.value = value;
  typed.dispatchEvent(new Event('input', { bubbles: true }));
}

test('Back shows what was typed and chosen, in the form where it was', () => {
  const page = show('/profile?', profile);
  type(page, '[name=displayName]', 'Nils', 1);
  type(page, 'select', '2');
  type(page, '[value=away]', '');
  show('/badges?', '<h1>Badges</h1>');
  const again = show('/profile?', profile, 'back');
  expect(control(again, '[name=displayName]').value).toBe('Ebba');
  expect(control(again, '[name=displayName]', 1).value).toBe('Nils');
  expect(control(again, 'select').value).toBe('2');
  expect(control(again, '[value=away]').checked).toBe(true);
  expect(control(again, '[value=home]').checked).toBe(false);
});

test('passwords and answers to questions are not kept', () => {
  const page = show('/profile?', profile);
  type(page, '[type=password]', 'secret');
  type(page, 'textarea', 'an answer');
  show('/badges?', '');
  const again = show('/profile?', profile, 'back');
  expect(control(again, '[type=password]').value).toBe('');
  expect(control(again, 'textarea').value).toBe('');
});

test('a page that is opened by a link shows nothing of what was typed before', () => {
  type(show('/profile?', profile), '[name=displayName]', 'Nils');
  show('/badges?', '');
  expect(control(show('/profile?', profile), '[name=displayName]').value).toBe('Ebba');
  show('/badges?', '', 'back');
  expect(control(show('/profile?', profile, 'back'), '[name=displayName]').value).toBe('Ebba');
});

test('what was typed before the page was watched is kept', () => {
  const page = document.createElement('main');
  page.innerHTML = profile;
  control(page, '[name=displayName]').value = 'Early';
  document.body.replaceChildren(page);
  leave = store.follow(page, '/profile?');
  show('/badges?', '');
  expect(control(show('/profile?', profile, 'back'), '[name=displayName]').value).toBe('Early');
});

test('a form that was sent is forgotten', () => {
  const page = show('/profile?', profile);
  type(page, '[name=displayName]', 'Nils');
  type(page, '[name=displayName]', 'Olle', 1);
  control(page, 'form').dispatchEvent(new Event('submit', { bubbles: true }));
  show('/badges?', '');
  const again = show('/profile?', profile, 'back');
  expect(control(again, '[name=displayName]').value).toBe('Ebba');
  expect(control(again, '[name=displayName]', 1).value).toBe('Olle');
});

test('a form that is drawn later is filled, too', async () => {
  type(
    show('/try?', '<details><form><textarea name="note"></textarea></form></details>'),
    'textarea',
    'A comma',
  );
  show('/badges?', '');
  const page = show('/try?', '<details></details>', 'back');
  const form = document.createElement('form');
  form.innerHTML = '<textarea name="note"></textarea>';
  page.querySelector('details')?.append(form);
  await new Promise((resolve) => setTimeout(resolve));
  expect(control(page, 'textarea').value).toBe('A comma');
});
