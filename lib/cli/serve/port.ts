import { createServer } from 'node:net';

/** The value of PORT, or 3000. Throws with a message for the operator when it is no port. */
export function portOf(given: string | undefined): number {
  const port = Number(given?.trim() || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is not a port number. Write a number from 1 to 65535, such as 3000.`);
  }
  return port;
}

/** False when a process already listens on the port, on IPv4 or IPv6: a browser tries both for "localhost". */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && canListen(port, '::1');
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      // On a machine without IPv6 no process can listen there.
      else if (host === '::1') resolve(true);
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** Throws a sentence for the operator when no server can listen on this port of this address. */
export async function assertCanListen(port: number, host: string): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
  if (code !== null) throw new Error(listenProblem(port, host, code));
}

function listenProblem(port: number, host: string, code: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop the program that listens there, or set PORT to another number.`;
  if (code === 'EACCES')
    return `Port ${port} needs rights that this user does not have. Set PORT to a number from 1024 on.`;
  return `Surefoot cannot listen on ${host} (${code}). Set HOSTNAME to an address of this machine, or leave it out.`;
}
