import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { oncePerProcess } from './once-per-process.ts';

const responses = () => oncePerProcess('responses', () => new AsyncLocalStorage<ServerResponse>());

/** Remembers the response of each request, because a server action cannot set the status of its own. */
export function rememberResponses(): void {
  oncePerProcess('responses-remembered', () => {
    channel('http.server.request.start').subscribe((message) => {
      const { response } = message as { response: ServerResponse }; // Node documents the shape, its types say unknown.
      responses().enterWith(response);
    });
    return true;
  });
}

/** Sets the status of the response that is being made; nothing outside a request or once its head is sent. */
export function setResponseStatus(status: number): void {
  const response = responses().getStore();
  if (response && !response.headersSent) response.statusCode = status;
}
