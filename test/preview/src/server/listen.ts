import type { Server } from 'node:http';

/** A started preview. */
export interface RunningPreview {
  /** Address without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Listens on the loopback interface only: whoever reaches the page is signed in. Port 0 takes a free one. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return `http://${HOST}:${address.port}`;
}

/** Stops listening and ends open connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
