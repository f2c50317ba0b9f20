import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['Choise', ['Check', 'Choice'], 'Choice'],
  ['Noet', ['Note', 'Id'], 'Note'],
  ['levl', ['level', 'id'], 'level'],
  ['Key Idea', ['key-idea', 'limit'], 'key-idea'],
  ['ID', ['id', 'is'], 'id'],
  ['frist', ['first', 'list'], 'first'],
  ['Quiz', ['Choice', 'Note'], undefined],
  ['it', ['id', 'is'], undefined],
  ['random', ['seed', 'draw'], undefined],
  ['anything', [], undefined],
])('%s among %j is %s', (word, known, meant) => expect(nearest(word, known)).toBe(meant));
