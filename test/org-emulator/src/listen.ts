import type { Server } from 'node:http';

const host = '127.0.0.1';

/** Listens on the loopback interface only, and answers the address. Port 0 takes a free one. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The local org has no port'));
      else resolve(`http://${host}:${address.port}`);
    });
  });
}

/** Stops listening and ends open connections. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
