/** In milliseconds: processor time of the process, and elapsed time. */
export interface Times {
  readonly cpu: number;
  readonly wall: number;
}

/** The time that a task has spent on each file. */
export interface FileTimes {
  readonly file: string;
  /** The compiler turns to a file: to parse it, and later once more to compile it. */
  turnTo(file: string): void;
  /** What the current file has taken so far, earlier stretches included. */
  spent(): Times;
}

const none: Times = { cpu: 0, wall: 0 };

/** `first` is the file that is named before the task has told any; what is loaded until then counts towards no file. */
export function fileTimes(first: string, clock: () => Times): FileTimes {
  const earlier = new Map<string, Times>();
  let file = first;
  let started = clock();
  let hasBegun = false;
  const spent = (): Times => {
    const { cpu, wall } = earlier.get(file) ?? none;
    const now = clock();
    return { cpu: cpu + now.cpu - started.cpu, wall: wall + now.wall - started.wall };
  };
  return {
    get file() {
      return file;
    },
    turnTo(next) {
      if (hasBegun) earlier.set(file, spent());
      hasBegun = true;
      file = next;
      started = clock();
    },
    spent,
  };
}
