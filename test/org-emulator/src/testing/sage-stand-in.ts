import { createServer, type IncomingMessage } from 'node:http';

/** A tiny HTTP server in the callout service's place. */
export interface StandIn {
  readonly url: string;
  readonly requests: IncomingMessage[];
  /** Bodies of the requests that have one, in the order of their arrival. */
  readonly bodies: string[];
  /** What it answers from now on; `hang` keeps every request open. */
  answer: { status: number; body: string } | 'hang';
  readonly close: () => Promise<void>;
}

/** Starts the stand-in on a free port of 127.0.0.1. */
export function startStandIn(): Promise<StandIn> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      standIn.requests.push(request);
      collectBody(request, standIn.bodies);
      if (standIn.answer === 'hang') return;
      response.writeHead(standIn.answer.status, { 'content-type': 'text/plain' }).end(standIn.answer.body);
    });
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    const standIn: StandIn = {
      url: '',
      requests: [],
      bodies: [],
      answer: { status: 200, body: '{}' },
      close
    };
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(Object.assign(standIn, { url: `http://127.0.0.1:${port}` }));
    });
  });
}

function collectBody(request: IncomingMessage, bodies: string[]): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    if (parts.length > 0) bodies.push(Buffer.concat(parts).toString());
  });
}
