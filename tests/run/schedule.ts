export interface Scheduled {
  readonly name: string;
  /** Starts when this step has ended, and is skipped when that step failed. */
  readonly needs?: string;
  /** Starts when this step has ended, whether it passed or failed. */
  readonly after?: string;
  /** The number of lanes that the step occupies; 1 by default. */
  readonly lanes?: number;
}

/** Runs the steps in their order, as many at a time as there are lanes. `run` resolves to whether a step passed. */
export async function schedule<S extends Scheduled>(
  steps: readonly S[],
  lanes: number,
  work: {
    readonly run: (step: S) => Promise<boolean>;
    readonly leaveOut: (step: S, missing: string) => void;
  },
): Promise<void> {
  const lanePool = new LanePool(lanes);
  const ends = new Map<string, Promise<boolean>>();
  const pass = async (step: S): Promise<boolean> => {
    const needed = step.needs === undefined ? undefined : ends.get(step.needs);
    if (step.needs !== undefined && needed && !(await needed)) {
      work.leaveOut(step, step.needs);
      return false;
    }
    if (step.after !== undefined) await ends.get(step.after);
    const width = Math.min(lanes, step.lanes ?? 1);
    await lanePool.enter(width);
    try {
      return await work.run(step);
    } finally {
      lanePool.leave(width);
    }
  };
  for (const step of steps) ends.set(step.name, pass(step));
  await Promise.all(ends.values());
}

/** Grants lanes in the order of requests, so that narrow steps do not keep a wide one waiting for ever. */
class LanePool {
  readonly #waiting: { readonly width: number; readonly go: () => void }[] = [];
  #free: number;

  constructor(lanes: number) {
    this.#free = lanes;
  }

  enter(width: number): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ width, go });
      this.#admit();
    });
  }

  leave(width: number): void {
    this.#free += width;
    this.#admit();
  }

  #admit(): void {
    for (let [next] = this.#waiting; next && next.width <= this.#free; [next] = this.#waiting) {
      this.#waiting.shift();
      this.#free -= next.width;
      next.go();
    }
  }
}
