import { chance } from '#lib/chance/chance.ts';
import { normalPrior } from '#lib/mastery/ability-posterior.ts';
import { bankAt } from '#lib/mastery/test-bank.ts';
import { draws } from '#lib/statistics/draws.ts';
import { calibrated } from './calibrate.ts';
import { type BankKind, known, labelled, simulatedBank, trueChance } from './simulated-bank.ts';
import { type TestDesign, takeTest, testDesigns } from './take-test.ts';
import { type DesignSummary, type TestResult, tally } from './tally.ts';

/** What the test knows about the items: the true parameters, an author's labels, or this many answers to each. */
export type ItemInformation = 'known' | 'labels' | number;

export interface SimulationSize {
  readonly banks: number;
  readonly people: number;
  readonly seed: string;
}

export interface Simulation {
  readonly kind: BankKind;
  readonly information: ItemInformation;
  readonly ways: readonly string[];
}

/** People with an ability above this are strong: 31 % of N(0, 1). */
const cut = 0.5;
const labelCorrelation = 0.25;

const all = Object.keys(testDesigns);
const fixed = all.filter((name) => name.startsWith('fixed'));
export const simulations: readonly Simulation[] = [
  { kind: 'rasch', information: 'known', ways: all },
  { kind: '2pl', information: 'known', ways: all },
  { kind: 'mcq', information: 'known', ways: all },
  { kind: 'mcq', information: 'labels', ways: fixed },
  { kind: 'mcq', information: 20, ways: all },
  { kind: 'mcq', information: 100, ways: all },
  { kind: 'mcq', information: 400, ways: all },
];

export function simulate(
  { kind, information, ways: names }: Simulation,
  size: SimulationSize,
): DesignSummary[] {
  return names.flatMap((name) => {
    const way = testDesigns[name];
    if (!way) return [];
    const endings = Array.from({ length: size.banks }, (_, bank) =>
      oneBank({
        kind,
        information,
        way,
        people: size.people,
        seed: `${size.seed}/${kind}/${information}/${bank}`,
      }),
    ).flat();
    return [tally(`${kind}, ${informationText(information)}: ${name}`, endings)];
  });
}

function oneBank({
  kind,
  information,
  way,
  people,
  seed,
}: {
  readonly kind: BankKind;
  readonly information: ItemInformation;
  readonly way: TestDesign;
  readonly people: number;
  readonly seed: string;
}): TestResult[] {
  const source = chance(seed);
  const random = draws(source);
  const truth = simulatedBank(kind, information === 'known' ? 1 : labelCorrelation, random);
  const items = new Map(truth.map((item) => [item.id, item]));
  const pool = information === 'known' ? known(truth) : labelled(truth);
  const measured = typeof information === 'number' ? calibrated(truth, information, source, random) : pool;
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

function informationText(information: ItemInformation): string {
  if (information === 'known') return 'parameters known';
  return information === 'labels' ? 'labels only' : `${information} answers an item`;
}
