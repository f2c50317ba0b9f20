import type { PhrasingContent } from 'mdast';
import type { Chance } from '#lib/chance/chance.ts';
import { fenceText, piecesOf, placeholder } from '#lib/exchange/gaps.ts';
import { paragraph } from '#lib/exchange/markdown/nodes.ts';
import { type Markdown, noExtras, type Question, type Task, type TaskKind } from '#lib/exchange/question.ts';

/** Words that one format or another would take for its own signs. */
const words =
  'seed 2*3 {x} <T> a=b ~5 #1 5:2 \\n \\frac $5 &amp; & a|b _x_ __init__ "so" it’s é 数 שלום x_y [_____] _____ [ ] [x] [1] [[a]] ___ `` \\`a <br> <img/> <!-- --> ]: [a]: [html] [a](b) `tick` 50% %3% // ::t:: - + 1. > ! \\ \\( ** ; , é. naïve'.split(
    ' ',
  );

const pick = <T>(list: readonly T[], chance: Chance): T => {
  const found = list[chance.below(list.length)];
  if (found === undefined) throw new Error('There is nothing to pick from');
  return found;
};

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Several words, with a first one that makes the text different from others. */
export function randomWords(chance: Chance, mark: string): string {
  return [`w${mark}`, ...times(1 + chance.below(5), () => pick(words, chance))].join(' ');
}

function line(chance: Chance, mark: string, isPlain: boolean): Markdown {
  const value = randomWords(chance, mark);
  const forms: (() => PhrasingContent[])[] = [
    () => [{ type: 'text', value }],
    () => [
      { type: 'text', value: `${value} ` },
      { type: 'inlineCode', value: 'f(x) | y' },
    ],
    () => [
      { type: 'strong', children: [{ type: 'text', value: 'bold' }] },
      { type: 'text', value: ` ${value}` },
    ],
    () => [
      { type: 'text', value: `${value} ` },
      { type: 'inlineMath', value: 'a^2 + b' },
    ],
  ];
  return [paragraph(...(isPlain ? [{ type: 'text', value } as const] : pick(forms, chance)()))];
}

function text(chance: Chance, mark: string, isPlain: boolean): Markdown {
  const first = line(chance, mark, isPlain);
  if (isPlain || chance.below(3) > 0) return first;
  const code = { type: 'code', lang: 'python', value: 'if a < b:\n    print({"x": 1})' } as const;
  return [...first, code];
}

/** A question of a kind with everything that a format could lose. Plain ones have no marks. */
export function randomQuestion(kind: TaskKind, chance: Chance, isPlain: boolean): Question {
  const mark = String(chance.below(1_000_000));
  const maybe = (make: () => Markdown): Markdown => (chance.below(2) === 0 ? make() : []);
  return {
    ...noExtras,
    place: { line: 1, column: 1 },
    source: '',
    externalId: `aim-q${mark}`,
    title: `aim-q${mark}`,
    level: pick(['easy', 'medium', 'hard'], chance),
    objective: 'first',
    prompt: text(chance, `p${mark}`, isPlain),
    hints: times(chance.below(3), (at) => line(chance, `h${at}`, isPlain)),
    solution: maybe(() => text(chance, 's', isPlain)),
    task: randomTask(kind, chance, isPlain),
    changes: [],
  };
}

function randomTask(kind: TaskKind, chance: Chance, isPlain: boolean): Task {
  const note = (at: number): Markdown => (chance.below(2) === 0 ? line(chance, `n${at}`, isPlain) : []);
  const label = (at: number) => line(chance, `o${at}`, isPlain);
  switch (kind) {
    case 'choice': {
      const right = 1 + chance.below(3);
      const options = times(right + 1 + chance.below(3), (at) => ({
        label: label(at),
        right: at < right,
        feedback: note(at),
      }));
      return { kind, many: right > 1, scoring: 'cancel', options: chance.shuffle(options) };
    }
    case 'text':
      return {
        kind,
        ignore: ['case'],
        answers: times(1 + chance.below(3), (at) => ({
          text: randomWords(chance, `a${at}`),
          right: at === 0 || chance.below(2) === 0,
          feedback: note(at),
        })),
      };
    case 'number':
      return {
        kind,
        tolerance: pick([null, '0.5', '2'], chance),
        units: [],
        asksUnit: false,
        answers: times(1 + chance.below(2), (at) => ({
          text: String((at + 1) * 100 + chance.below(50) / 4),
          right: at === 0,
          feedback: note(at),
        })),
      };
    case 'match':
      return {
        kind,
        heads: ['entry', 'partner'],
        scoring: 'cancel',
        pairs: [
          ...times(3, (at) => ({ left: label(at), right: line(chance, `r${at}`, true), note: [] })),
          { left: null, right: line(chance, 'r9', true), note: [] },
        ],
      };
    case 'order':
      return { kind, steps: times(3 + chance.below(3), (at) => ({ label: label(at) })) };
    case 'blanks':
      return randomGaps(chance, isPlain);
    case 'card':
      return { kind, back: text(chance, 'b', isPlain) };
    default:
      return { kind: 'open' };
  }
}

/** A text with gaps in words, in emphasis, in a list and in inline code, typed or with a bank. */
function randomGaps(chance: Chance, isPlain: boolean): Task {
  const isBank = chance.below(2) === 0;
  const answer = (at: number) => `${randomWords(chance, `g${at}`)} x[0]`;
  const gaps = times(3, (at) => times(isBank ? 1 : 1 + chance.below(2), (other) => answer(at * 3 + other)));
  const words = (mark: string) =>
    ({ type: 'text', value: `${randomWords(chance, mark)} in [[page]] ` }) as const;
  const spaced = { type: 'text', value: ` so ${placeholder(2)}.` } as const;
  const inner = { type: 'text', value: placeholder(1) } as const;
  const marked: PhrasingContent = chance.below(2) === 0 ? { type: 'emphasis', children: [inner] } : inner;
  const text: Markdown = [
    paragraph({ ...words('t1'), value: `${words('t1').value}${placeholder(0)} and` }),
    isPlain
      ? paragraph(words('t2'), marked, spaced)
      : {
          type: 'list',
          ordered: false,
          spread: false,
          children: [{ type: 'listItem', spread: false, children: [paragraph(words('t2'), marked, spaced)] }],
        },
  ];
  return {
    kind: 'blanks',
    language: 'text',
    pieces: piecesOf(fenceText(text), gaps),
    text,
    bank: isBank ? times(1 + chance.below(2), (at) => ({ token: answer(20 + at), feedback: [] })) : null,
    once: false,
    ignore: ['case'],
  };
}
