import { expect, test } from 'vitest';
import { searchWords } from './search-words.ts';

test.each([
  { query: 'seed and version', words: ['seed', 'and', 'version'] },
  {
    query: '"random seed" OR title:x NEAR(a b) -c*',
    words: ['random', 'seed', 'or', 'title', 'x', 'near', 'a', 'b'],
  },
  { query: "Robert'); DROP TABLE--", words: ['robert', 'drop', 'table'] },
  { query: 'train_test_split(42)', words: ['train', 'test', 'split', '42'] },
  { query: 'Übung cafe\u0301', words: ['übung', 'café'] },
  { query: 'seed SEED Seed', words: ['seed'] },
  { query: ' \u0301 *"^{}() ', words: [] },
  { query: 'a b c d e f g h i j', words: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
])('the words of «$query»', ({ query, words }) => {
  expect(searchWords(query)).toEqual(words);
});
