/**
 * Does `work` again and again, the next time `everyMs` after it ended, so that it never overlaps itself; it keeps no
 * process alive. What fails is told once until it works again.
 */
export function repeatEvery(
  everyMs: number,
  work: () => Promise<unknown>,
  tell: (error: unknown) => void = (error) => console.error(error),
): void {
  let isTold = false;
  const turn = async (): Promise<void> => {
    try {
      await work();
      isTold = false;
    } catch (error) {
      // The database may be away for a while; the log need not fill up meanwhile.
      if (!isTold) tell(error);
      isTold = true;
    }
    wait();
  };
  const wait = () => setTimeout(turn, everyMs).unref();
  wait();
}
