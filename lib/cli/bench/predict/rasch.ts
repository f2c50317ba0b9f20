import { logistic } from '#lib/mastery/belief.ts';
import type { AnswerList } from '#lib/statistics/answer-list.ts';
import { fitIrt } from '#lib/statistics/irt.ts';
import type { Nodes } from '#lib/statistics/normal-nodes.ts';
import type { AnswerLog } from './answer-log.ts';
import type { Model } from './forecaster.ts';

/** `forgets`: the share of the prior that is mixed into the belief about a student before each answer. */
interface Forgetting {
  readonly forgets: number;
}

/** Evenly spaced, because the posterior of a student with many answers is narrow. */
const nodes: Nodes = evenNodes(41, 4);

/** Calibrates items once by marginal maximum likelihood, then tracks each student by a posterior on a grid. */
export const rasch: Model<Forgetting> = {
  start: { forgets: 0.005 },
  candidates: [() => ({ forgets: 0 }), () => ({ forgets: 0.02 }), () => ({ forgets: 0.05 })],
  train: (log, rows, { forgets }) => {
    const fit = fittedTo(log, rows);
    const many = nodes.points.length;
    const right = Float64Array.from({ length: log.items * many }, (_, at) => {
      const item = Math.floor(at / many);
      const x = (fit.slope[item] ?? 0) * (nodes.points[at % many] ?? 0) + (fit.intercept[item] ?? 0);
      return logistic(x);
    });
    const beliefs = new Map<number, Float64Array>();
    const prior = Float64Array.from(nodes.weight);
    const forecast = (row: number) => {
      const belief = beliefs.get(log.student[row] ?? 0) ?? prior;
      const from = (log.item[row] ?? 0) * many;
      let chance = 0;
      for (let node = 0; node < many; node++) chance += (belief[node] ?? 0) * (right[from + node] ?? 0);
      return chance;
    };
    const see = (row: number) => {
      const student = log.student[row] ?? 0;
      const belief = beliefs.get(student) ?? Float64Array.from(prior);
      beliefs.set(student, belief);
      const from = (log.item[row] ?? 0) * many;
      const isRight = log.correct[row] === 1;
      let total = 0;
      for (let node = 0; node < many; node++) {
        const p = right[from + node] ?? 0;
        belief[node] = (belief[node] ?? 0) * (isRight ? p : 1 - p);
        total += belief[node] ?? 0;
      }
      for (let node = 0; node < many; node++) {
        belief[node] = ((1 - forgets) * (belief[node] ?? 0)) / total + forgets * (prior[node] ?? 0);
      }
    };
    return { forecast, observe: see };
  },
};

/** The fit does not depend on how quickly students forget, so it is cached while values of that are tried. */
const fits = new WeakMap<Int32Array, ReturnType<typeof fitIrt>['parameters']>();

function fittedTo(log: AnswerLog, rows: Int32Array) {
  const known = fits.get(rows);
  if (known) return known;
  const { parameters } = fitIrt(byStudent(log, rows), {
    model: 'rasch',
    priors: { intercept: 2.5 },
    errors: false,
    nodes: evenNodes(21, 4),
    tolerance: 0.005,
  });
  fits.set(rows, parameters);
  return parameters;
}

function byStudent(log: AnswerLog, rows: Int32Array): AnswerList {
  const start = new Int32Array(log.students + 1);
  for (const row of rows) start[(log.student[row] ?? 0) + 1] = (start[(log.student[row] ?? 0) + 1] ?? 0) + 1;
  for (let student = 0; student < log.students; student++) {
    start[student + 1] = (start[student + 1] ?? 0) + (start[student] ?? 0);
  }
  const free = Int32Array.from(start);
  const item = new Int32Array(rows.length);
  const correct = new Uint8Array(rows.length);
  for (const row of rows) {
    const student = log.student[row] ?? 0;
    const index = free[student] ?? 0;
    free[student] = index + 1;
    item[index] = log.item[row] ?? 0;
    correct[index] = log.correct[row] ?? 0;
  }
  return { people: log.students, items: log.items, start, item, correct };
}

function evenNodes(many: number, edge: number): Nodes {
  const at = Array.from({ length: many }, (_, node) => -edge + (2 * edge * node) / (many - 1));
  const density = at.map((z) => Math.exp(-(z ** 2) / 2));
  const total = density.reduce((sum, value) => sum + value, 0);
  return { points: at, weight: density.map((value) => value / total) };
}
