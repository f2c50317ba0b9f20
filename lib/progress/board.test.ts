import { expect, test } from 'vitest';
import { type BoardEntry, boardLines, changedRanks } from './board.ts';

const entry = (name: string, points: number): BoardEntry => ({ userId: `id-${name}`, name, points });
const letters = 'abcdefghijklmnopqrst';
/** a has 200 points, b 190, … t 10. */
const many = [...letters].map((name, at) => entry(name, 200 - at * 10));
const boardText = (shown: readonly BoardEntry[], me: BoardEntry | null) =>
  boardLines(shown, me)
    .map((line) =>
      line === 'gap'
        ? '…'
        : `${line.rank ?? '-'}${line.name}${line.isMe ? '*' : ''}${line.onlyMe ? '?' : ''}`,
    )
    .join(' ');

test.each([
  {
    why: 'equal points share a rank and the next rank is left out',
    shown: [entry('a', 50), entry('b', 40), entry('c', 40), entry('d', 10)],
    me: entry('d', 10),
    is: '1a 2b 2c 4d*',
  },
  {
    why: 'the first five and three neighbours on either side are shown',
    shown: many,
    me: entry('k', 100),
    is: '1a 2b 3c 4d 5e … 8h 9i 10j 11k* 12l 13m 14n …',
  },
  {
    why: 'near the top there is no gap between',
    shown: many,
    me: entry('c', 180),
    is: '1a 2b 3c* 4d 5e 6f …',
  },
  {
    why: 'the last student sees three rows above',
    shown: many,
    me: entry('t', 10),
    is: '1a 2b 3c 4d 5e … 17q 18r 19s 20t*',
  },
  {
    why: 'an unlisted student sees the ranks as they would be with them',
    shown: [entry('a', 50), entry('b', 30)],
    me: entry('me', 40),
    is: '1a 2me*? 3b',
  },
  {
    why: 'an unlisted row does not count among the first five',
    shown: many,
    me: entry('me', 999),
    is: '1me*? 2a 3b 4c 5d 6e …',
  },
  { why: 'an empty board shows my own row', shown: [], me: entry('me', 0), is: '-me*?' },
  {
    why: 'different points never share a rank, the own row included',
    shown: [entry('a', 90), entry('b', 50), entry('c', 0)],
    me: entry('me', 48),
    is: '1a 2b 3me*?',
  },
  {
    why: 'who has no points has no rank, and only oneself a row',
    shown: [entry('a', 5), entry('b', 0), entry('c', 0)],
    me: entry('b', 0),
    is: '1a -b*',
  },
  {
    why: 'staff see every row and have none',
    shown: many.slice(0, 8),
    me: null,
    is: '1a 2b 3c 4d 5e 6f 7g 8h',
  },
])('$why', ({ shown, me, is }) => expect(boardText(shown, me)).toBe(is));

test('points that are added move the ranks of those who pass, and of those who are passed', () => {
  const board = [
    { userId: 'ada', points: 9 },
    { userId: 'ben', points: 7 },
    { userId: 'cem', points: 5 },
    { userId: 'dina', points: 0 },
  ];
  expect(changedRanks(board, new Map([['cem', 3]]))).toEqual(['ben', 'cem']);
  expect(changedRanks(board, new Map([['dina', 1]]))).toEqual(['dina']);
  expect(changedRanks(board, new Map([['ada', 5]]))).toEqual([]);
});
