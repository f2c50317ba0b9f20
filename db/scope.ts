import { AsyncLocalStorage } from 'node:async_hooks';

/** Tracks whether the running code is inside an open transaction, which would deadlock if it waited for a second one. */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<{ open: boolean }>();

  /** Passes `work` a check that throws once the transaction is over, so that a forgotten `await` cannot write late. */
  async run<T>(work: (assertOpen: () => void) => Promise<T>): Promise<T> {
    const transaction = { open: true };
    const assertOpen = () => {
      if (!transaction.open) throw new Error('This transaction is over: await every query inside it');
    };
    try {
      return await this.#current.run(transaction, () => work(assertOpen));
    } finally {
      transaction.open = false;
    }
  }

  assertOutside(): void {
    if (this.#current.getStore()?.open) {
      throw new Error('Inside a transaction use its own `tx`: neither `db` nor a second transaction');
    }
  }
}
