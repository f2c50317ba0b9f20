/**
 * A value that must not leave the server by accident. Only `open()` returns it;
 * serialising the wrapper throws, so an answer key in a prop or a log fails in development, not in production.
 */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  open(): T {
    return this.#value;
  }

  toJSON(): never {
    throw new Error('A secret half of an item was about to be serialised');
  }
}
