import { Socket } from 'node:net';

/**
 * A socket whose writes wait for the end of the current turn of the event loop, if its user corks it for each message as pg
 * does for each query: queries that are sent together then take one system call.
 */
export class BatchingSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}
