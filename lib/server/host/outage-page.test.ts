import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outagePage } from './outage-page.mjs';

const page = outagePage('down', 'n0nce');

test('it is a whole page with a title, a heading, advice and a way to try again, and loads nothing', () => {
  expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(page).toContain('<h1>The school’s database does not answer</h1>');
  expect(page).toContain('Open it again in a few minutes. Answers that were confirmed are kept.');
  expect(page).toContain('<a href="">Try again</a>');
  expect(page).not.toMatch(/<link|<img|\ssrc=|url\(|@import/);
});

test('its block of style has the nonce of the reply, without which browsers ignore it', () => {
  expect(page.match(/<style[^>]*>/g)).toEqual(['<style nonce="n0nce">']);
  expect(page).not.toMatch(/\sstyle=/);
});

test('its colours are those of every page', () => {
  const tokens = readFileSync('app/styles/tokens.css', 'utf8').replaceAll('0.', '.');
  const colours = page.match(/oklch\([^)]*\)/g) ?? [];
  expect(colours).toHaveLength(14);
  for (const colour of colours) expect(tokens).toContain(colour);
});
