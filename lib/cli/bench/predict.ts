import { parseArgs } from 'node:util';
import { eachRow, withFileName } from '#lib/cli/command/csv-file.ts';
import { UsageError } from '#lib/cli/command/verb.ts';
import { type AnswerLog, answerLogReader, randomSplit, rowsOfSide } from './predict/answer-log.ts';
import { bkt } from './predict/bkt.ts';
import { elo } from './predict/elo.ts';
import { type Evaluation, evaluate } from './predict/evaluate.ts';
import { constant, itemMean, type Model } from './predict/forecaster.ts';
import { rasch } from './predict/rasch.ts';
import { ours } from './predict/two-level.ts';

/** The report of `bench -- predict`. */
export interface Prediction {
  /** Answers in the file, and those of test students among them. */
  readonly n: number;
  readonly tested: number;
  readonly students: number;
  readonly items: number;
  readonly skills: number;
  readonly models: Readonly<Record<ModelName, Evaluation>>;
}

type ModelName = 'constant' | 'itemMean' | 'elo' | 'bkt' | 'rasch' | 'ours';

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const file = values.data;
  if (file === undefined) throw new UsageError('Name the answers: predict --data FILE.csv');
  const reader = answerLogReader();
  await eachRow(file, reader.addRow);
  const log = await withFileName(file, reader.log);
  if (log.leftOut > 0) console.error(`Skipped ${log.leftOut} answers that are partly right.`);
  const found = predict(log, values.seed, console.error);
  console.log(values.json ? JSON.stringify(found) : resultText(found));
  return 0;
}

export function predict(log: AnswerLog, seed: string, progress: (words: string) => void): Prediction {
  const split = log.split ?? randomSplit(log.students, seed);
  const tested = rowsOfSide(log, split, 'test').length;
  if (tested === 0 || tested === log.n)
    throw new Error(
      `All ${log.students} students are to ${tested === 0 ? 'train' : 'test'}. There must be some to train on and others to test: give two students or more, and with a split column rows of both.`,
    );
  const one = <P>(name: ModelName, model: Model<P>) => {
    progress(name);
    return evaluate(log, { split, seed, model, nowMs: () => performance.now() });
  };
  return {
    n: log.n,
    tested,
    students: log.students,
    items: log.items,
    skills: log.skills,
    models: {
      constant: one('constant', constant),
      itemMean: one('itemMean', itemMean),
      elo: one('elo', elo),
      bkt: one('bkt', bkt),
      rasch: one('rasch', rasch),
      ours: one('ours', ours),
    },
  };
}

function resultText({ n, tested, students, items, skills, models }: Prediction): string {
  const number = (value: number | null, digits: number) =>
    (value === null ? '-' : value.toFixed(digits)).padStart(9);
  return [
    `${n} answers of ${students} students to ${items} items of ${skills} skills; ${tested} answers predicted`,
    '  model           AUC  log-loss     RMSE      ECE   us each',
    ...Object.entries(models).map(
      ([name, one]) =>
        `  ${name.padEnd(9)}${[one.auc, one.logLoss, one.rmse, one.ece].map((value) => number(value, 4)).join('')}${number(one.usPerUpdate, 2)}`,
    ),
  ].join('\n');
}
