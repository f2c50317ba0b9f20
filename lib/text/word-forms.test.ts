import { expect, test } from 'vitest';
import { wordForms } from './word-forms.ts';

test.each([
  { word: 'seeding', forms: ['seeding', 'seed'], why: 'an action' },
  { word: 'seeded', forms: ['seeded', 'seed'], why: 'an action that is over' },
  { word: 'seeds', forms: ['seeds', 'seed'], why: 'several' },
  { word: 'running', forms: ['running', 'run'], why: 'a doubled consonant' },
  { word: 'passing', forms: ['passing', 'pass'], why: 'a double s is the word’s own' },
  { word: 'hashes', forms: ['hashes', 'hash'], why: 'several that end in sh' },
  { word: 'libraries', forms: ['libraries', 'library', 'librari'], why: 'several that end in y' },
  { word: 'library', forms: ['library', 'librari'], why: 'one that ends in y' },
  { word: 'reproduce', forms: ['reproduce', 'reproduc'], why: 'a silent e' },
  { word: 'packages', forms: ['packages', 'package', 'packag'], why: 'several with a silent e' },
  { word: 'string', forms: ['string'], why: 'no vowel is left' },
  { word: 'loss', forms: ['loss'], why: 'a double s is no plural' },
  { word: 'status', forms: ['status'], why: 'us is no plural' },
  { word: 'using', forms: ['using'], why: 'two letters begin too much' },
  { word: 'seed', forms: ['seed'], why: 'it has no ending' },
  { word: 'need', forms: ['need'], why: 'too short without its ending' },
  { word: 'cpus', forms: ['cpus'], why: 'us again' },
  { word: 'v1s', forms: ['v1s'], why: 'digits' },
  { word: 'übungen', forms: ['übungen'], why: 'no English word' },
])('$why: $word', ({ word, forms }) => {
  expect(wordForms(word)).toEqual(forms);
});
