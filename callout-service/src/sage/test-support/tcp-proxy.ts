import { connect, createServer, type Socket } from 'node:net';

/** Stands between a driver and its server, to break connections the way networks do. */
export interface TcpProxy {
  readonly port: number;
  /** Connections opened so far. */
  readonly opened: number;
  /** Cuts every connection that is open. */
  cutAll(): void;
  /** Lets no byte through until `thaw`: on the oldest connection, on those that are open, or on new ones too. */
  freeze(which: 'oldest' | 'open' | 'open and new'): void;
  thaw(): void;
  close(): Promise<void>;
}

interface Link {
  readonly client: Socket;
  readonly server: Socket;
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const links = new Set<Link>();
  let opened = 0;
  let freezeNew = false;

  const listener = createServer((client) => {
    opened += 1;
    const link: Link = { client, server: connect(targetPort, '127.0.0.1') };
    links.add(link);
    carry(link, () => links.delete(link));
    if (freezeNew) pause(link);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');

  const proxy: TcpProxy = {
    port: address.port,
    get opened() {
      return opened;
    },
    cutAll: () => links.forEach((link) => link.client.destroy()),
    freeze: (which) => {
      freezeNew = which === 'open and new';
      [...links].slice(0, which === 'oldest' ? 1 : undefined).forEach(pause);
    },
    thaw: () => {
      freezeNew = false;
      links.forEach(resume);
    },
    close: async () => {
      proxy.cutAll();
      await new Promise((resolve) => listener.close(resolve));
    }
  };
  return proxy;
}

/** Carries bytes both ways; when one side ends, so does the other. */
function carry({ client, server }: Link, onEnd: () => void): void {
  client.on('data', (chunk) => server.write(chunk));
  server.on('data', (chunk) => client.write(chunk));
  const end = (): void => {
    onEnd();
    client.destroy();
    server.destroy();
  };
  for (const socket of [client, server]) socket.on('error', end).on('close', end);
}

function pause({ client, server }: Link): void {
  client.pause();
  server.pause();
}

function resume({ client, server }: Link): void {
  client.resume();
  server.resume();
}
