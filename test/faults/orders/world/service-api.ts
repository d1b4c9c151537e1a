import { readFileSync } from 'node:fs';
import jsonwebtoken from 'jsonwebtoken';
import type { OrderWorld } from './order-world.ts';

/** What the service answered. */
export interface ServiceAnswer {
  readonly status: number;
  /** Its JSON; undefined for an empty one. */
  readonly body: unknown;
}

interface Asking {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly role: 'admin' | 'writer';
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks an operation of the first service, with a token as an external credential signs it. */
export async function askService(world: OrderWorld, asking: Asking): Promise<ServiceAnswer> {
  const { method, path, role, body, headers } = asking;
  const response = await fetch(`${world.services[0]?.ready.url ?? ''}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${signToken(world, role)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers
    },
    ...(body !== undefined && { body: JSON.stringify(body) })
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** One of the figures that the first service gives, as `alert_open{topic="dead-letters"}`; undefined where it has none. */
export async function figureOf({ services }: OrderWorld, series: string): Promise<number | undefined> {
  const text = await fetch(`${services[0]?.ready.url ?? ''}/metrics`).then((answer) => answer.text());
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

function signToken({ signingKeyFile }: OrderWorld, role: string): string {
  const claims = { aud: 'sage-callout-service', iss: 'ledger-bridge', sub: 'salesforce', role };
  const key = readFileSync(signingKeyFile, 'utf8');
  return jsonwebtoken.sign(claims, key, {
    algorithm: 'RS256',
    expiresIn: 120,
    notBefore: 0,
    jwtid: crypto.randomUUID()
  });
}
