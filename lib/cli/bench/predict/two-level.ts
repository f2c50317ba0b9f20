import type { Belief } from '#lib/mastery/belief.ts';
import {
  type Beliefs,
  chanceRight,
  type KnowledgeModel,
  knowledgeModel,
  learn,
  zeroBelief,
} from '#lib/mastery/knowledge.ts';
import type { AnswerLog } from './answer-log.ts';
import { baseRate, type Model } from './forecaster.ts';

/** The product's own model, with a guess floor for all items and the number of passes over the train rows. */
interface TwoLevel {
  readonly model: KnowledgeModel;
  readonly guess: number;
  readonly passes: number;
}

const change =
  (part: (model: KnowledgeModel) => Partial<KnowledgeModel>) =>
  (parameters: TwoLevel): TwoLevel => ({
    ...parameters,
    model: { ...parameters.model, ...part(parameters.model) },
  });
const spread = (variance: number): Belief => ({ mean: 0, variance });

export const ours: Model<TwoLevel> = {
  start: { model: knowledgeModel, guess: 0, passes: 1 },
  candidates: [
    change(() => ({ offset: spread(0.5) })),
    change(() => ({ offset: spread(0.05) })),
    change(() => ({ offset: spread(1) })),
    change(() => ({ ability: spread(0.5) })),
    change(() => ({ ability: spread(1.5) })),
    change(() => ({ offsetNoise: 0.02 })),
    change(() => ({ offsetNoise: 0.05 })),
    change(() => ({ offsetNoise: 0.001 })),
    change(() => ({ abilityNoise: 0.01 })),
    change(() => ({ abilityNoise: 0.03 })),
    change(() => ({ abilityNoise: 0.0005 })),
    change(() => ({ drift: 0.03 })),
    change(() => ({ drift: 0 })),
    change(() => ({ item: spread(0.7) })),
    (parameters) => ({ ...parameters, guess: 0.1 }),
    (parameters) => ({ ...parameters, guess: 0.2 }),
    (parameters) => ({ ...parameters, passes: 2 }),
  ],
  train: (log, rows, { model, guess, passes }) => {
    const rate = baseRate(log, rows);
    const items = beliefs(log, {
      ...model,
      concept: { ...model.concept, mean: startingDifficulty(model, rate, guess) },
    });
    for (let pass = 0; pass < passes; pass++) {
      const people = beliefs(log, model);
      for (const row of rows) observe(log, row, { people, items, model, guess, difficulties: 'learned' });
    }
    const people = beliefs(log, model);
    return {
      forecast: (row) => chanceRight(believed(log, row, people, items), guess),
      observe: (row) => observe(log, row, { people, items, model, guess, difficulties: 'frozen' }),
    };
  },
};

/** The mean difficulty, in logits, at which an unknown person answers an unknown item right at the given rate. */
function startingDifficulty(model: KnowledgeModel, rate: number, guess: number): number {
  const known = Math.min(0.9999, Math.max(0.0001, (rate - guess) / (1 - guess)));
  const variance =
    model.ability.variance + model.offset.variance + model.concept.variance + model.item.variance;
  return -Math.log(known / (1 - known)) * Math.sqrt(1 + (Math.PI * variance) / 8);
}

interface State {
  readonly ability: Belief[];
  readonly offset: Belief[];
  readonly concept: Belief[];
  readonly item: Belief[];
  /** By the student's previous answer to the item: none, right, wrong. */
  readonly repeat: Belief[];
}

function beliefs(log: AnswerLog, model: KnowledgeModel): State {
  const many = (n: number, prior: Belief) => Array.from({ length: n }, () => prior);
  return {
    ability: many(log.students, model.ability),
    offset: many(log.pairs, model.offset),
    concept: many(log.skills, model.concept),
    item: many(log.items, model.item),
    repeat: [zeroBelief, model.repeatRight, model.repeatWrong],
  };
}

/** The beliefs behind one answer: those about the person from one state, those about the item from the other. */
function believed(log: AnswerLog, row: number, people: State, items: State): Beliefs {
  return {
    ability: people.ability[log.student[row] ?? 0] ?? zeroBelief,
    offset: people.offset[log.pair[row] ?? 0] ?? zeroBelief,
    repeat: items.repeat[log.repeat[row] ?? 0] ?? zeroBelief,
    concept: items.concept[log.skill[row] ?? 0] ?? zeroBelief,
    item: items.item[log.item[row] ?? 0] ?? zeroBelief,
  };
}

function observe(
  log: AnswerLog,
  row: number,
  {
    people,
    items,
    model,
    guess,
    difficulties,
  }: {
    readonly people: State;
    readonly items: State;
    readonly model: KnowledgeModel;
    readonly guess: number;
    readonly difficulties: 'learned' | 'frozen';
  },
): void {
  const evidence = { correct: log.correct[row] === 1, guess, weight: 1 };
  const updated = learn(believed(log, row, people, items), evidence, model, difficulties);
  people.ability[log.student[row] ?? 0] = updated.ability;
  people.offset[log.pair[row] ?? 0] = updated.offset;
  if (difficulties === 'frozen') return;
  items.repeat[log.repeat[row] ?? 0] = updated.repeat;
  items.concept[log.skill[row] ?? 0] = updated.concept;
  items.item[log.item[row] ?? 0] = updated.item;
}
