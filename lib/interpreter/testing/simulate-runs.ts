import { RunSchedule, type ScheduleLimits, type Start, type Step } from '#lib/interpreter/run-schedule.ts';

/**
 * A person of a simulation: an honest one asks at the given times. One who loops or crowds asks again after each result;
 * programs of the first never end, those of the second finish just within the first slice.
 */
export interface SimulatedPerson {
  readonly userId: string;
  readonly groupId?: string;
  readonly asks: readonly number[];
  readonly loops?: boolean;
  readonly crowds?: boolean;
}

/** A check of an honest person; `tookMs` is undefined when it was refused or had not ended. */
export interface SimulatedCheck {
  readonly userId: string;
  readonly askedAt: number;
  tookMs?: number;
}

const language = 'python';
/** So many interpreters start at the same time when somebody waits. */
export const processors = 2;

/** Milliseconds: an interpreter starts, an honest program runs, a first slice is used up, a loop is stopped at last. */
export const costs = { start: 1_000, honest: 50, slice: 400, loop: 5_000 } as const;

interface Event {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Plays people against a schedule until the given time, in milliseconds; nothing of it depends on a clock or on chance. */
export function simulateRuns(
  limits: ScheduleLimits,
  people: readonly SimulatedPerson[],
  untilMs: number,
): SimulatedCheck[] {
  const schedule = new RunSchedule(limits);
  const checks: SimulatedCheck[] = [];
  const runs = new Map<string, { person: SimulatedPerson; check: SimulatedCheck; attempt: number }>();
  let events: Event[] = [];
  let now = 0;
  let count = 0;
  let ready = 0;
  let starting = 0;
  const after = (ms: number, happen: () => void) => events.push({ at: now + ms, order: ++count, happen });

  function ask(person: SimulatedPerson): void {
    const id = `${person.userId} ${++count}`;
    const check: SimulatedCheck = { userId: person.userId, askedAt: now };
    if (!person.loops && !person.crowds) checks.push(check);
    runs.set(id, { person, check, attempt: 0 });
    const { userId, groupId = null } = person;
    take(schedule.arrive(id, { userId, groupId, language }, now));
    if (schedule.waitingFor(language) > 0) refill();
  }

  /** As the sandbox does. */
  function refill(): void {
    const { count: spares, atOnce } = schedule.wanted(language, processors);
    while (ready + starting < spares && starting < atOnce) {
      starting += 1;
      after(costs.start, () => {
        starting -= 1;
        ready += 1;
        take(schedule.supply(language, ready, now));
        refill();
      });
    }
  }

  function take({ starts, refused }: Step): void {
    for (const id of refused) askAgain(id);
    for (const start of starts) begin(start);
  }

  function begin({ id, lane }: Start): void {
    const run = runs.get(id);
    if (!run) throw new Error(`${id} was started and never asked for`);
    const attempt = ++run.attempt;
    if (lane === 'fast') ready -= 1;
    const start = lane === 'fast' ? 0 : costs.start;
    if (!run.person.loops) {
      after(start + (run.person.crowds ? costs.slice : costs.honest), () => end(id, 'finished'));
      return;
    }
    if (lane === 'slow') {
      after(start + costs.loop, () => end(id, 'stopped'));
      return;
    }
    after(costs.slice, () => {
      if (run.attempt !== attempt) return;
      const step = schedule.endSlice(id, now);
      if (step.stays) after(costs.loop - costs.slice, () => end(id, 'stopped'));
      take(step);
      refill();
    });
  }

  function end(id: string, ending: 'finished' | 'stopped'): void {
    const run = runs.get(id);
    if (run) run.check.tookMs = now - run.check.askedAt;
    take(schedule.end(id, ending, now));
    refill();
    askAgain(id);
  }

  function askAgain(id: string): void {
    const person = runs.get(id)?.person;
    if (person?.loops || person?.crowds) after(100, () => ask(person));
  }

  for (const person of people) for (const at of person.asks) after(at, () => ask(person));
  for (let at = 250; at <= untilMs; at += 250) after(at, () => take(schedule.tick(now)));
  while (now < untilMs) {
    const next = events.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a));
    events = events.filter((event) => event !== next);
    now = next.at;
    next.happen();
  }
  return checks;
}
