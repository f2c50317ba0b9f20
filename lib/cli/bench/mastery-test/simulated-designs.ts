import { chance } from '#lib/chance/chance.ts';
import { normalPrior } from '#lib/mastery/ability-posterior.ts';
import { bankAt } from '#lib/mastery/test-bank.ts';
import { draws } from '#lib/statistics/draws.ts';
import { calibrated } from './calibrate.ts';
import { type BankKind, known, labelled, simulatedBank, trueChance } from './simulated-bank.ts';
import { takeTest, type Way, ways } from './take-test.ts';
import { type Design, type Ending, tally } from './tally.ts';

/** What is known of the items: their true parameters, an author's labels, or what so many answers each told. */
export type Knowing = 'known' | 'labels' | number;

export interface Size {
  readonly banks: number;
  readonly people: number;
  readonly seed: string;
}

export interface Simulation {
  readonly kind: BankKind;
  readonly knowing: Knowing;
  readonly ways: readonly string[];
}

/** Masters are those above half a standard deviation: 31 % of N(0, 1). */
const cut = 0.5;
const labelsTell = 0.25;

const all = Object.keys(ways);
const fixed = all.filter((name) => name.startsWith('fixed'));
export const simulations: readonly Simulation[] = [
  { kind: 'rasch', knowing: 'known', ways: all },
  { kind: '2pl', knowing: 'known', ways: all },
  { kind: 'mcq', knowing: 'known', ways: all },
  { kind: 'mcq', knowing: 'labels', ways: fixed },
  { kind: 'mcq', knowing: 20, ways: all },
  { kind: 'mcq', knowing: 100, ways: all },
  { kind: 'mcq', knowing: 400, ways: all },
];

export function simulate({ kind, knowing, ways: names }: Simulation, size: Size): Design[] {
  return names.flatMap((name) => {
    const way = ways[name];
    if (!way) return [];
    const endings = Array.from({ length: size.banks }, (_, bank) =>
      oneBank({ kind, knowing, way, people: size.people, seed: `${size.seed}/${kind}/${knowing}/${bank}` }),
    ).flat();
    return [tally(`${kind}, ${told(knowing)}: ${name}`, endings)];
  });
}

function oneBank({
  kind,
  knowing,
  way,
  people,
  seed,
}: {
  readonly kind: BankKind;
  readonly knowing: Knowing;
  readonly way: Way;
  readonly people: number;
  readonly seed: string;
}): Ending[] {
  const source = chance(seed);
  const random = draws(source);
  const truth = simulatedBank(kind, knowing === 'known' ? 1 : labelsTell, random);
  const items = new Map(truth.map((item) => [item.id, item]));
  const pool = knowing === 'known' ? known(truth) : labelled(truth);
  const measured = typeof knowing === 'number' ? calibrated(truth, knowing, source, random) : pool;
  const bank = bankAt(measured, cut, normalPrior({ mean: 0, variance: 1 }));
  return Array.from({ length: people }, () => {
    const ability = random.normal();
    const answer = (id: string) => {
      const item = items.get(id);
      return item !== undefined && random.happens(trueChance(item, ability));
    };
    return takeTest(bank, { way, isStrong: ability > cut, answer, chance: source });
  });
}

function told(knowing: Knowing): string {
  if (knowing === 'known') return 'parameters known';
  return knowing === 'labels' ? 'labels only' : `${knowing} answers an item`;
}
