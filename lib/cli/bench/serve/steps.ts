/** A part of a benchmark that gave no figures. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** Runs the parts of a benchmark one after another; one that fails is reported, and the others still run. */
export class Steps {
  readonly failures: Failure[] = [];
  readonly #report: (line: string) => void;

  constructor(report: (line: string) => void) {
    this.#report = report;
  }

  /** The result of a part; undefined after it has failed. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.failures.push({ name, message });
      this.#report(`${name} failed: ${message}`);
      return undefined;
    }
  }
}
