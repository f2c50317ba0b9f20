/** Results of a costly pure function by its input, as text. Of many, those that were not used for longest are dropped. */
export class RecentResults<T> {
  private readonly known = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(input: string, make: () => T): T {
    const result = this.known.get(input) ?? make();
    this.known.delete(input);
    this.known.set(input, result);
    const [oldest] = this.known.keys();
    if (this.known.size > this.most && oldest !== undefined) this.known.delete(oldest);
    return result;
  }
}
