import { setTimeout as delay } from 'node:timers/promises';
import type { OrderWorld } from '../world/order-world.ts';
import { SERVICE_REQUESTS } from '../world/org-client.ts';

/** Something goes wrong while orders are on their way, and is well again at the end. */
export type Trouble = (world: OrderWorld, random: () => number) => Promise<void>;

const EVENTS = 'Sage_Order_Request__e';

/** Troubles that no process dies of, by their names. */
export const troubles: Readonly<Record<string, Trouble>> = {
  'org: 503': rest(
    { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'Try later.' },
    4
  ),
  'org: 429 with Retry-After': rest(
    {
      kind: 'status',
      status: 429,
      errorCode: 'TOO_MANY_REQUESTS',
      message: 'Slow down.',
      retryAfterSeconds: 1
    },
    2
  ),
  'org: request limit': rest(
    {
      kind: 'status',
      status: 403,
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
      message: 'TotalRequests Limit exceeded.'
    },
    2
  ),
  'org: expired session': rest({ kind: 'expired-session' }, 3),
  'org: cut before the commit': rest({ kind: 'cut', when: 'before-commit' }, 3),
  'org: cut after the commit': rest({ kind: 'cut', when: 'after-commit' }, 3),
  'org: row lock': rest(
    {
      kind: 'status',
      status: 400,
      errorCode: 'UNABLE_TO_LOCK_ROW',
      message: 'unable to obtain exclusive access'
    },
    2
  ),
  'org: slow': rest({ kind: 'latency', milliseconds: 800 }, 5),
  'org: login refused': org({
    point: 'login',
    times: 2,
    effect: { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'Try later.' }
  }),
  'stream: cut': stream({ kind: 'cut', when: 'before-commit' }, 2),
  'stream: unavailable': stream(
    { kind: 'status', status: 14, errorCode: 'unavailable', message: 'Away.' },
    2
  ),
  'stream: duplicates': stream({ kind: 'duplicate-events' }, 5),
  'stream: reordered': stream({ kind: 'reordered-events' }, 5),
  'stream: silent': stream({ kind: 'silence', milliseconds: 3_000 }, 1),
  'stream: corrupted replay id': lostPlace('corrupted'),
  'stream: expired replay id': lostPlace('expired'),
  'service stands still': standStill,
  'Sage stopped': sage(({ sageControl }) => sageControl.stop()),
  'Sage hangs': sage(({ sageControl }) => sageControl.hang()),
  'Sage slow': sage(({ sageControl }) => sageControl.slow(300)),
  'BOI hangs': boi({ do: 'hang', call: 5 }),
  'BOI has no seats': forAWhile(
    { do: 'set', name: 'seats', value: '0' },
    { do: 'set', name: 'seats', value: '5' }
  ),
  'BOI slow': forAWhile({ do: 'slow', milliseconds: 40 }, { do: 'slow', milliseconds: 0 })
};

type BoiOrder = Parameters<OrderWorld['sageControl']['boi']>[0];

function org(fault: object): Trouble {
  return async ({ client }) => {
    await client.control('POST', '/faults', fault);
  };
}

function rest(effect: object, times: number): Trouble {
  return org({ point: 'rest', match: SERVICE_REQUESTS, times, effect });
}

function stream(effect: object, times: number): Trouble {
  return org({ point: 'stream', match: EVENTS, times, effect });
}

/** The place in the stream is known no more when the stream is opened again, as after days of silence. */
function lostPlace(problem: 'corrupted' | 'expired'): Trouble {
  return async (world, random) => {
    await stream({ kind: 'replay-id', problem }, 1)(world, random);
    await stream({ kind: 'cut', when: 'before-commit' }, 1)(world, random);
  };
}

/** Longer than a lease at times, so that another may have taken the job. */
async function standStill({ services }: OrderWorld, random: () => number): Promise<void> {
  const service = services[Math.floor(random() * services.length)];
  service?.signal('SIGSTOP');
  await delay(500 + random() * 4_000);
  service?.signal('SIGCONT');
}

function sage(begin: (world: OrderWorld) => Promise<void>): Trouble {
  return async (world, random) => {
    await begin(world);
    await delay(300 + random() * 2_000);
    await world.sageControl.start();
  };
}

function boi(order: BoiOrder): Trouble {
  return async ({ sageControl }) => {
    await sageControl.boi(order);
  };
}

function forAWhile(begin: BoiOrder, end: BoiOrder): Trouble {
  return async ({ sageControl }, random) => {
    await sageControl.boi(begin);
    await delay(300 + random() * 2_000);
    await sageControl.boi(end);
  };
}

/** Takes away what is still to strike, so that everything can come to rest. */
export async function endTroubles({ client, sageControl, services }: OrderWorld): Promise<void> {
  for (const each of services) each.signal('SIGCONT');
  await client.control('DELETE', '/faults');
  await sageControl.start();
  await sageControl.boi({ do: 'reset' });
}
