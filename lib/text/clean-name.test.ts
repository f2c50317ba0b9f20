import { expect, test } from 'vitest';
import { cleanName } from './clean-name.ts';

test.each([
  { typed: '  Ada\u00a0\t Lovelace ', shown: 'Ada Lovelace', why: 'blanks' },
  { typed: 'Sinéad O’Connor', shown: 'Sinéad O’Connor', why: 'a curly apostrophe stays' },
  { typed: 'Jose\u0301', shown: 'José', why: 'one spelling of é' },
  { typed: '\ufeffA\u200bd\u00ada\u2060', shown: 'Ada', why: 'signs of no width' },
  {
    typed: '\u2068Ada\u2069 \u202aKing\u202c',
    shown: 'Ada King',
    why: 'marks of direction around a pasted name',
  },
  { typed: 'علی\u200cرضا', shown: 'علی\u200cرضا', why: 'a joiner that Persian draws' },
  { typed: 'ශ්\u200dරී', shown: 'ශ්\u200dරී', why: 'one that Sinhala draws' },
  { typed: 'A\u200dd\u200ca\u200c', shown: 'Ada', why: 'joiners among Latin letters' },
  { typed: '👩\u200d🚀', shown: '👩\u200d🚀', why: 'a picture of two' },
  { typed: '\u3164\u2800', shown: '', why: 'blanks that are letters' },
])('$why', ({ typed, shown }) => expect(cleanName(typed)).toBe(shown));
