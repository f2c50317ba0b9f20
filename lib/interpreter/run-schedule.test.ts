import { describe, expect, test } from 'vitest';
import { chance } from '#lib/chance/chance.ts';
import { RunSchedule, type ScheduleLimits, type Step } from './run-schedule.ts';
import { halfLifeMs } from './run-standing.ts';
import { costs, processors, type SimulatedPerson, simulateRuns } from './testing/simulate-runs.ts';

const limits: ScheduleLimits = {
  fast: 3,
  reserved: 1,
  slow: 1,
  waiting: 200,
  waitingEach: 3,
  waitMs: 60_000,
};
const minute = 60_000;
const language = 'python';
/** Three times its time alone, with an interpreter that is ready, and two seconds. */
const bound = 3 * costs.honest + 2_000;

const loopers = (count: number, at: (n: number) => number = () => 0): SimulatedPerson[] =>
  Array.from({ length: count }, (_, n) => ({ userId: `looper ${n}`, loops: true, asks: [at(n)] }));
const longest = (people: readonly SimulatedPerson[], untilMs: number, skip = 0) => {
  const checks = simulateRuns(limits, people, untilMs).filter(({ askedAt }) => askedAt >= skip);
  expect(checks.length).toBeGreaterThan(0);
  return Math.max(...checks.map(({ tookMs = Number.POSITIVE_INFINITY }) => tookMs));
};

/** A schedule for which more interpreters are ready than it can use. */
function wellSupplied(within: ScheduleLimits): RunSchedule {
  const schedule = new RunSchedule(within);
  schedule.supply(language, 10_000, 0);
  return schedule;
}

describe('fifty people with an endless loop', () => {
  test('keep nobody waiting whose earlier checks finished', () => {
    const asks = [0, ...Array.from({ length: 60 }, (_, n) => 10_000 + n * 3_100)];
    const rush = loopers(50, (n) => 5_000 + n * 10);
    expect(longest([{ userId: 'honest', asks }, ...rush], 5 * minute)).toBeLessThanOrEqual(bound);
  });

  test('nor a new person who comes after their rush, at any moment', () => {
    for (let at = 100; at < 2 * minute; at += 1_700) {
      expect(longest([...loopers(50), { userId: 'honest', asks: [at] }], at + minute)).toBeLessThanOrEqual(
        bound,
      );
    }
  });

  test('nor a new person who comes right after them, in the first seconds of their rush', () => {
    for (let at = 5_001; at < 15_000; at += 390) {
      const people = [
        { userId: 'earlier', asks: [0] },
        ...loopers(50, () => 5_000),
        { userId: 'honest', asks: [at] },
      ];
      expect(longest(people, at + minute, 1)).toBeLessThanOrEqual(bound);
    }
  });

  test('nor one whose turn would be that of whoever has waited longest', () => {
    for (let earlier = 1; earlier <= 4; earlier++) {
      const people = [
        { userId: 'earlier', asks: Array.from({ length: earlier }, (_, n) => n * 2_000) },
        ...loopers(50, () => 20_000),
        { userId: 'honest', asks: [20_300] },
      ];
      expect(longest(people, 2 * minute, 1)).toBeLessThanOrEqual(bound);
    }
  });

  test('nor several new people who come one after the other', () => {
    const people = [
      { userId: 'earlier', asks: [0] },
      ...loopers(50, () => 5_000),
      ...Array.from({ length: 8 }, (_, n) => ({ userId: `honest ${n}`, asks: [5_100 + n * 500] })),
    ];
    expect(longest(people, minute, 1)).toBeLessThanOrEqual(bound);
  });

  test('nor three new people who come at once', () => {
    const people = [
      { userId: 'earlier', asks: [0] },
      ...loopers(50, () => 5_000),
      ...Array.from({ length: 3 }, (_, n) => ({ userId: `honest ${n}`, asks: [5_300] })),
    ];
    expect(longest(people, minute, 1)).toBeLessThanOrEqual(bound);
  });

  // Nobody can tell them from those who loop: this is a queue for interpreters, and no processor may stand still in it.
  test.each([500, 2_000, 5_000, 10_000, 20_000])(
    'nor new people in the midst of a rush of %i ms for longer than all interpreters of it take to start',
    (rushMs) => {
      const newcomers = 3;
      const startAllMs = ((50 + newcomers) * costs.start) / processors;
      for (let seed = 0; seed < 3; seed++) {
        const { below } = chance(`midst ${seed}`);
        const rush = loopers(50, () => 5_000 + below(rushMs));
        const honest = Array.from({ length: newcomers }, (_, n) => ({
          userId: `honest ${n}`,
          asks: [5_000 + below(rushMs)],
        }));
        const people = [{ userId: 'earlier', asks: [0] }, ...rush, ...honest];
        expect(longest(people, 2 * minute, 1)).toBeLessThanOrEqual(startAllMs + bound);
      }
    },
  );

  test('nor one whose own program looped once', () => {
    const once = { userId: 'honest', loops: true, asks: [0] };
    const schedule = wellSupplied(limits);
    schedule.arrive('loop', { userId: once.userId, groupId: null, language }, 0);
    schedule.end('loop', 'stopped', 6_000);
    for (let n = 0; n < 50; n++) {
      for (let time = 0; time < 2; time++) {
        schedule.arrive(`${n} ${time}`, { userId: `looper ${n}`, groupId: null, language }, 6_000);
        schedule.end(`${n} ${time}`, 'stopped', 6_000);
      }
      schedule.arrive(`${n}`, { userId: `looper ${n}`, groupId: null, language }, 6_000);
    }
    const { starts } = schedule.arrive('mended', { userId: 'honest', groupId: null, language }, 6_000);
    expect(starts).toEqual([{ id: 'mended', lane: 'fast', isKnown: false }]);
  });

  test('slow a whole class down by no more than its own work', () => {
    const pupils = Array.from({ length: 30 }, (_, n) => ({
      userId: `pupil ${n}`,
      groupId: 'class',
      asks: [0, 2 * minute],
    }));
    const undisturbed = longest(pupils, 5 * minute, minute);
    const disturbed = longest([...pupils, ...loopers(50, () => minute)], 5 * minute, minute + 1);
    expect(disturbed).toBeLessThanOrEqual(3 * undisturbed + 2_000);
  });

  test('nor do a hundred, whenever anybody comes', () => {
    for (let seed = 0; seed < 15; seed++) {
      const { below } = chance(`loopers ${seed}`);
      const honest = Array.from({ length: 1 + below(8) }, (_, n) => ({
        userId: `honest ${n}`,
        groupId: `class ${below(2)}`,
        asks: [n * 3_000, ...Array.from({ length: 5 }, () => minute + below(3 * minute))],
      }));
      const rush = loopers(1 + below(100), () => minute + below(10_000));
      const undisturbed = longest(honest, 6 * minute, minute);
      expect(longest([...honest, ...rush], 6 * minute, minute)).toBeLessThanOrEqual(3 * undisturbed + 2_000);
    }
  });
});

test('people whose runs finish, and who ask again at once, keep no newcomer out', () => {
  for (const count of [4, 50]) {
    const crowd = Array.from({ length: count }, (_, n) => ({
      userId: `crowd ${n}`,
      crowds: true,
      asks: [n],
    }));
    const newcomers = Array.from({ length: 5 }, (_, n) => ({
      userId: `new ${n}`,
      asks: [minute + n * 9_000],
    }));
    expect(longest([...crowd, ...newcomers], 3 * minute)).toBeLessThanOrEqual(bound);
  }
});

/** A schedule with one place, in which each run is ended by hand. */
function oneByOne(more: Partial<ScheduleLimits> = {}) {
  const schedule = wellSupplied({ ...limits, fast: 1, reserved: 0, ...more });
  const begun: string[] = [];
  const note = (step: Step) => {
    begun.push(...step.starts.map(({ id }) => id));
    return step;
  };
  return {
    schedule,
    begun,
    ask: (id: string, groupId: string | null = null, now = 0) =>
      note(schedule.arrive(id, { userId: id.replace(/\d/g, ''), groupId, language }, now)),
    end: (id: string, ending: 'finished' | 'stopped' = 'finished', now = 0) =>
      note(schedule.end(id, ending, now)),
  };
}

test('nobody has two runs at once, and own runs keep their order', () => {
  const { begun, ask, end } = oneByOne({ fast: 3 });
  for (const id of ['a1', 'a2', 'a3', 'b1']) ask(id);
  expect(begun).toEqual(['a1', 'b1']);
  end('a1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
});

test('another person comes before the second run of the first', () => {
  const { begun, ask, end } = oneByOne();
  for (const id of ['a1', 'a2', 'b1']) ask(id);
  for (const id of ['a1', 'b1', 'a2']) end(id, 'stopped');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
});

test('classes take turns, however many people are in them', () => {
  const { begun, ask, end } = oneByOne();
  for (const id of ['a', 'b', 'c', 'd']) ask(id, 'large');
  for (const id of ['x', 'y']) ask(id, 'small');
  for (const id of ['a', 'y', 'd', 'b']) end(id);
  // The fourth is whoever has waited longest.
  expect(begun).toEqual(['a', 'y', 'd', 'b', 'x']);
});

test('one start in four goes to whoever has waited longest', () => {
  const { begun, ask, end } = oneByOne();
  for (const id of ['k', 'l', 'm', 'n', 'o']) {
    ask(id);
    end(id);
  }
  begun.length = 0;
  ask('k1');
  ask('stranger');
  for (const id of ['l1', 'm1', 'n1', 'o1']) ask(id);
  for (let at = 0; at < 4; at++) end(begun.at(-1) ?? '');
  expect(begun.slice(0, 5)).toContain('stranger');
});

test('who was stopped twice starts in the slow lane until it is forgotten', () => {
  const { schedule, ask, end } = oneByOne();
  for (const id of ['a1', 'a2']) {
    ask(id);
    end(id, 'stopped');
  }
  expect(ask('a3', null, 0).starts).toEqual([{ id: 'a3', lane: 'slow', isKnown: false }]);
  end('a3', 'finished');
  // Two points are one after a half-life.
  expect(ask('a4', null, halfLifeMs).starts).toMatchObject([{ lane: 'fast' }]);
  expect(schedule.waiting).toBe(0);
});

test('a run stays after its first slice where the slow lane has room, and is stopped where it has none', () => {
  const { schedule, ask } = oneByOne({ fast: 2 });
  ask('a');
  ask('b');
  expect(schedule.endSlice('a', 400)).toEqual({ stays: true, starts: [], refused: [] });
  expect(schedule.endSlice('b', 400)).toEqual({ stays: false, starts: [], refused: [] });
  expect(schedule.end('a', 'stopped', 5_000).starts).toEqual([{ id: 'b', lane: 'slow', isKnown: false }]);
  expect(schedule.endSlice('b', 6_000).stays).toBe(true);
});

test('a place of the fast lane is kept for people whose runs finish', () => {
  const { begun, ask, end } = oneByOne({ fast: 2, reserved: 1 });
  ask('known');
  end('known');
  for (const id of ['a', 'b', 'known1']) ask(id);
  expect(begun).toEqual(['known', 'a', 'known1']);
});

test('a place of the fast lane is kept for all others, too', () => {
  const { begun, ask, end } = oneByOne({ fast: 2, reserved: 1 });
  for (const id of ['k', 'l', 'm']) {
    ask(id);
    end(id);
  }
  begun.length = 0;
  for (const id of ['k1', 'l1', 'm1', 'stranger']) ask(id);
  end('k1');
  expect(begun).toEqual(['k1', 'l1', 'stranger']);
});

test('what waits has an end: for each, for all, and with time', () => {
  const { schedule, ask, end } = oneByOne({ waiting: 4, waitingEach: 2 });
  expect(['a1', 'a2', 'a3', 'a4'].flatMap((id) => ask(id).refused)).toEqual(['a4']);
  ask('b1');
  ask('c1');
  expect(ask('d1').refused).toEqual(['d1']);
  expect(schedule.tick(59_999).refused).toEqual([]);
  expect(schedule.tick(60_000).refused).toEqual(['a2', 'a3', 'b1', 'c1']);
  end('a1', 'stopped', 60_000);
  expect(['a5', 'a6', 'a7'].flatMap((id) => ask(id, null, 60_000).refused)).toEqual(['a7']);
});

test('a run waits for an interpreter of its language, and is given up when none starts', () => {
  const schedule = new RunSchedule(limits);
  const ask = (id: string, of: string) =>
    schedule.arrive(id, { userId: id, groupId: null, language: of }, 0).starts.map((start) => start.id);
  expect([ask('a', 'python'), ask('b', 'javascript')]).toEqual([[], []]);
  expect(schedule.supply('javascript', 1, 100).starts).toMatchObject([{ id: 'b', lane: 'fast' }]);
  expect(schedule.waitingFor('python')).toBe(1);
  expect(schedule.withdraw('python').refused).toEqual(['a']);
  expect(schedule.waiting).toBe(0);
});

test('of three interpreters a crowd of new people has one at once, a newcomer another, and who is known the last', () => {
  const schedule = new RunSchedule(limits);
  const ask = (id: string, now: number) =>
    schedule.arrive(id, { userId: id, groupId: null, language }, now).starts.map((start) => start.id);
  schedule.supply(language, 1, 0);
  expect(ask('known', 0)).toEqual(['known']);
  schedule.end('known', 'finished', 50);
  schedule.supply(language, 3, 1_000);
  expect([...'abcdefgh'].flatMap((id) => ask(id, 10_000))).toEqual(['a']);
  // Half a second after the last new person.
  expect(ask('newcomer', 10_300)).toEqual([]);
  expect(schedule.tick(10_500).starts).toMatchObject([{ id: 'newcomer' }]);
  expect(schedule.tick(20_000).starts).toEqual([]);
  expect(ask('known', 20_000)).toEqual(['known']);
});

test('a full queue gives the place of somebody with a penalty away', () => {
  const { ask, end } = oneByOne({ waiting: 1 });
  ask('a1');
  end('a1', 'stopped');
  ask('x1');
  ask('a2');
  expect(ask('b1').refused).toEqual(['a2']);
});

test('equal events give equal steps', () => {
  const people = [...loopers(20, (n) => n * 7), { userId: 'honest', asks: [0, 9_000, 20_000] }];
  expect(simulateRuns(limits, people, minute)).toEqual(simulateRuns(limits, people, minute));
});
