import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A server that logs everybody in, and answers the rest as a test wants it. */
export interface OddServer {
  readonly url: string;
  /** Paths of what was asked for, but logins. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Answers that no org gives when asked to, such as half of one. */
export async function startOddServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void
): Promise<OddServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    if (request.url === '/services/oauth2/token') {
      const id = `${origin}/id/00D000000000001EAA/005000000000001AAA`;
      response.end(JSON.stringify({ access_token: 'token', instance_url: origin, id }));
      return;
    }
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The server does not listen on a port');
}
