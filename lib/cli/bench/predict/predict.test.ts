import { expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { predict } from '#lib/cli/bench/predict.ts';
import { logistic } from '#lib/mastery/belief.ts';
import { draws } from '#lib/statistics/draws.ts';
import { answerLogReader, randomSplit } from './answer-log.ts';
import { fitTracing } from './bkt.ts';

const logOf = (text: string) => {
  const reader = answerLogReader();
  text.split('\n').forEach((row, at) => {
    reader.addRow({ line: at + 1, cells: row.split(',') });
  });
  return reader.log();
};

test('columns may come in any order, and each row knows the student’s previous answer to the item', () => {
  const log = logOf('correct,item,student,skill\n1,a,ada,x\n0,a,ada,x\n1,a,ada,y\n1,a,bob,x');
  expect(log).toMatchObject({ n: 4, students: 2, items: 1, skills: 2, pairs: 3, split: null });
  expect([...log.repeat]).toEqual([0, 1, 2, 0]);
  expect([...log.pair]).toEqual([0, 0, 1, 2]);
});

test('without a skill column all answers share one skill, and a split column assigns the sides', () => {
  const log = logOf('student,item,correct,split\nada,a,1,train\nbob,a,0,test');
  expect(log.skills).toBe(1);
  expect(log.split).toEqual(['train', 'test']);
});

test.each([
  { text: 'student,item\na,b', says: 'line 1: there is no column "correct"' },
  { text: 'student,item,correct,Correct\na,b,1,0', says: 'line 1: the column "correct" appears twice' },
  { text: 'student,item,correct\na,b,2', says: 'line 2: correct must be 0 or 1 (or true, false), not "2"' },
  { text: 'student,item,correct\na,b,1\na,b,', says: 'line 3: correct must be 0 or 1' },
  { text: 'student,item,correct\n,b,1', says: 'line 2: student is empty' },
  { text: 'student,item,correct\na,b,1,1', says: 'line 2: 4 cells, but 3 headings' },
  { text: 'student,item,correct,split\na,b,1,train\na,b,1,test', says: 'line 3: this student is in train' },
  { text: 'student,item,correct,split\na,b,1,valid', says: 'line 2: split must be train or test' },
  { text: 'student,item,correct', says: 'line 1: no answer' },
])('$says', ({ text, says }) => expect(() => logOf(text)).toThrow(says));

test('true and false are understood, and answers that are partly right are skipped', () => {
  const log = logOf('student,item,correct\na,x,TRUE\na,y,false\na,z,0.5\nb,x,1.0\nb,y,0.0');
  expect([...log.correct]).toEqual([1, 0, 1, 0]);
  expect(log).toMatchObject({ n: 4, items: 2, leftOut: 1 });
});

test('the rows of students may be interleaved', () => {
  const apart = logOf('student,item,skill,correct\na,x,k,1\na,x,k,0\nb,x,k,0\nb,x,k,1');
  const mixed = logOf('student,item,skill,correct\na,x,k,1\nb,x,k,0\na,x,k,0\nb,x,k,1');
  expect([...apart.repeat]).toEqual([0, 1, 0, 2]);
  expect([...mixed.repeat]).toEqual([0, 0, 1, 2]);
});

const odd = {
  'no skill at all': (student: number, item: number, right: number) => `${student},${item},,${right}`,
  'nothing but right answers': (student: number, item: number) => `${student},${item},k,1`,
  'ids of thirty digits': (student: number, item: number, right: number) =>
    `${student}${'0'.repeat(29)}7,${item}${'9'.repeat(29)},k${item % 3},${right}`,
  'items and skills that only test students answered': (student: number, item: number, right: number) =>
    `${student},${student}-${item},k${student},${right}`,
};

test.each(Object.entries(odd))('%s: every figure is a finite number', (_, row) => {
  const random = draws(chance('odd'));
  const rows = Array.from({ length: 200 }, (_, at) =>
    row(at % 10, Math.floor(at / 10), random.happens(0.6) ? 1 : 0),
  );
  const { models } = predict(logOf(['student,item,skill,correct', ...rows].join('\n')), '1', () => undefined);
  for (const { auc, logLoss, rmse, ece } of Object.values(models)) {
    for (const figure of [logLoss, rmse, ece]) expect(Number.isFinite(figure)).toBe(true);
    expect(auc === null || (auc >= 0 && auc <= 1)).toBe(true);
  }
});

test.each([
  { why: 'a file with one student', text: 'student,item,correct\na,x,1\na,y,0' },
  { why: 'a split without test students', text: 'student,item,correct,split\na,x,1,train\nb,y,0,Train' },
])('$why is refused with what is missing', ({ text }) => {
  expect(() => predict(logOf(text), '1', () => undefined)).toThrow('some to train on and others to test');
});

test('one student in five is assigned to test, always the same for the same seed', () => {
  const split = randomSplit(100, 'a');
  expect(split.filter((side) => side === 'test')).toHaveLength(20);
  expect(randomSplit(100, 'a')).toEqual(split);
  expect(randomSplit(100, 'b')).not.toEqual(split);
});

test('knowledge tracing recovers the parameters of simulated answers', () => {
  const random = draws(chance('bkt'));
  const sequences = Array.from({ length: 3000 }, () => {
    let known = random.happens(0.3);
    return Array.from({ length: 8 }, () => {
      const right = random.happens(known ? 0.9 : 0.2);
      known = known || random.happens(0.2);
      return right ? 1 : 0;
    });
  });
  const found = fitTracing(sequences);
  expect(found.knows).toBeCloseTo(0.3, 1);
  expect(found.learns).toBeCloseTo(0.2, 1);
  expect(found.guesses).toBeCloseTo(0.2, 1);
  expect(found.slips).toBeCloseTo(0.1, 1);
});

/** Answers of people with an ability and an offset in each of six skills, who improve as they practise. */
function school(people: number, each: number) {
  const random = draws(chance('school'));
  const items = Array.from({ length: 90 }, (_, at) => ({ skill: at % 6, difficulty: random.normal(0, 1.1) }));
  const rows = Array.from({ length: people }, (_, student) => {
    const ability = random.normal();
    const offset = Array.from({ length: 6 }, () => random.normal(0, 0.6));
    return Array.from({ length: each }, () => {
      const at = Math.floor(random.uniform() * items.length);
      const { skill, difficulty } = items[at] ?? { skill: 0, difficulty: 0 };
      const right = random.happens(logistic(ability + (offset[skill] ?? 0) - difficulty));
      offset[skill] = (offset[skill] ?? 0) + 0.02;
      return `${student},${at},${skill},${right ? 1 : 0}`;
    });
  }).flat();
  return logOf(['student,item,skill,correct', ...rows].join('\n'));
}

test('the same log gives the same predictions, to the last digit', () => {
  const figures = () =>
    Object.values(predict(school(30, 20), '1', () => undefined).models).map(
      ({ usPerUpdate, ...rest }) => rest,
    );
  expect(figures()).toEqual(figures());
});

test('where people differ by skill and learn, the two-level model predicts best and is calibrated', () => {
  const { models, n, tested } = predict(school(400, 60), '1', () => undefined);
  expect([n, tested]).toEqual([24_000, 4_800]);
  const auc = (name: keyof typeof models) => models[name].auc ?? 0;
  expect(auc('constant')).toBe(0.5);
  // With 4,800 answers an AUC has a standard error of about .007; differences on the same answers have a smaller one.
  expect(auc('ours')).toBeGreaterThan(auc('itemMean') + 0.03);
  expect(auc('ours')).toBeGreaterThan(auc('bkt') + 0.03);
  expect(auc('ours')).toBeGreaterThan(auc('elo') - 0.002);
  expect(auc('ours')).toBeGreaterThan(auc('rasch') - 0.002);
  expect(models.ours.logLoss).toBeLessThan(models.elo.logLoss ?? 0);
  // Ten bins of 480 answers each deviate by about .02 by chance alone.
  expect(models.ours.ece).toBeLessThan(0.03);
});
