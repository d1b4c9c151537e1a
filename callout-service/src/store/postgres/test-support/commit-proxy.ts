import { connect, createServer, type Socket } from 'node:net';

/** Stands between the store and its server, and breaks connections at a COMMIT. */
export interface CommitProxy {
  readonly port: number;
  /** What the next COMMIT meets: it never reaches the server, or the server's answer to it never comes back. */
  breakNext(where: 'before commit' | 'after commit'): void;
  /** Lets no byte through any more, as a network that is gone without a word. */
  goSilent(): void;
  recover(): void;
  close(): Promise<void>;
}

/** How `commit` looks as a message of its own: PostgreSQL manual, 55.7 Message Formats, Query. */
const COMMIT = Buffer.from('Q\0\0\0\x0bcommit\0', 'latin1');
/** A statement that commits itself, for one job or for many, the first time that a connection has it. */
const COMPLETE = Buffer.from('* from complete_job', 'latin1');

interface Weather {
  fate: 'before commit' | 'after commit' | undefined;
  silent: boolean;
}

export async function startCommitProxy(targetPort: number): Promise<CommitProxy> {
  const sockets = new Set<Socket>();
  const weather: Weather = { fate: undefined, silent: false };
  const listener = createServer((client) => {
    const server = connect(targetPort, '127.0.0.1');
    sockets.add(client).add(server);
    carry(client, server, weather);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    breakNext: (where) => (weather.fate = where),
    goSilent: () => (weather.silent = true),
    recover: () => (weather.silent = false),
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => listener.close(resolve));
    }
  };
}

function carry(client: Socket, server: Socket, weather: Weather): void {
  let swallow = false;
  const cut = (): void => [client, server].forEach((socket) => socket.destroy());
  for (const socket of [client, server]) socket.on('error', cut).on('close', cut);
  client.on('data', (chunk) => {
    if (weather.silent) return;
    const { fate } = weather;
    const atCommit = fate !== undefined && (chunk.includes(COMMIT) || chunk.includes(COMPLETE));
    if (atCommit && fate === 'before commit') cut();
    else server.write(chunk);
    if (!atCommit) return;
    swallow = true;
    weather.fate = undefined;
  });
  server.on('data', (chunk) => {
    if (swallow) cut();
    else if (!weather.silent) client.write(chunk);
  });
}
