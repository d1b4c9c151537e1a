import { setTimeout as delay } from 'node:timers/promises';
import { SERVICE_REQUESTS } from '../world/org-client.ts';
import { until } from '../world/until.ts';
import { playAll, type CaseWork, type OrderCase } from './order-case.ts';

const EVENTS = 'Sage_Order_Request__e';

/** Faults of Salesforce and of the way to it. */
export const orgCases: readonly OrderCase[] = [
  duringStream('a write is done and its answer lost', {
    ...{ point: 'rest', match: `(PATCH|POST) .*${SERVICE_REQUESTS}`, times: 6 },
    effect: { kind: 'cut', when: 'after-commit' }
  }),
  duringStream('a connection goes silent', {
    ...{ point: 'rest', match: SERVICE_REQUESTS, after: 2, times: 2 },
    effect: { kind: 'latency', milliseconds: 20_000 }
  }),
  duringStream('the session expires again and again', {
    ...{ point: 'rest', match: SERVICE_REQUESTS, times: 50 },
    effect: { kind: 'expired-session' }
  }),
  duringStream('429 with Retry-After', {
    ...{ point: 'rest', match: SERVICE_REQUESTS, after: 3, times: 4 },
    effect: {
      ...{ kind: 'status', status: 429, errorCode: 'TOO_MANY_REQUESTS', message: 'Slow down.' },
      retryAfterSeconds: 1
    }
  }),
  duringStream('the request limit, without Retry-After', {
    ...{ point: 'rest', match: SERVICE_REQUESTS, after: 3, times: 3 },
    effect: { kind: 'status', status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests.' }
  }),
  duringStream('503 for a while', {
    ...{ point: 'rest', match: SERVICE_REQUESTS, times: 20 },
    effect: { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'Try later.' }
  }),
  ...(['corrupted', 'expired'] as const).map((problem) => lostPlace(problem)),
  { name: 'events come twice and out of turn', play: shuffleEvents },
  duringStream('the stream falls silent', {
    ...{ point: 'stream', match: EVENTS, times: 1 },
    effect: { kind: 'silence', milliseconds: 60_000 }
  }),
  { name: 'the org starts again in the middle', play: restartOrg },
  { name: 'the configuration is broken in the middle, and mended', play: breakSettings }
];

function duringStream(name: string, fault: object): OrderCase {
  return {
    name,
    async play(work) {
      await work.world.client.control('POST', '/faults', fault);
      await playAll(work);
    }
  };
}

/** The place in the stream is not known any more: what was missed is found by asking. */
function lostPlace(problem: 'corrupted' | 'expired'): OrderCase {
  return {
    name: `the place in the stream is ${problem}`,
    async play(work) {
      const { client, services } = work.world;
      await Promise.all(services.map((each) => each.kill()));
      await playAll(work);
      const effect = { kind: 'replay-id', problem };
      await client.control('POST', '/faults', { point: 'stream', match: EVENTS, times: 1, effect });
      await work.world.startServices();
    }
  };
}

async function shuffleEvents(work: CaseWork): Promise<void> {
  for (const kind of ['duplicate-events', 'reordered-events']) {
    const fault = { point: 'stream', match: EVENTS, effect: { kind } };
    await work.world.client.control('POST', '/faults', fault);
  }
  const { services } = work.world;
  await Promise.all(services.map((each) => each.kill()));
  await playAll(work);
  // What has gathered comes in few answers, in which there is something to be put out of turn.
  await work.world.startServices();
  await delay(3_000);
}

async function restartOrg(work: CaseWork): Promise<void> {
  const { org } = work.world;
  await work.stream.playUntil(work.stream.length / 2);
  await org.stop();
  await Promise.all([playAll(work), delay(1_000).then(() => org.start())]);
}

/** Settings are kept for a minute: the service starts anew, so that it meets what was changed at once. */
async function breakSettings(work: CaseWork): Promise<void> {
  const { world, stream } = work;
  const { client } = world;
  const [config] = await client.query('SELECT Id FROM Integration_Config__c');
  const setCountry = (Business_Country__c: string) =>
    client.update('Integration_Config__c', { Id: String(config?.['Id']), Business_Country__c });
  await stream.playUntil(stream.length / 2);
  await setCountry('ZZ');
  await world.stopServices();
  const before = world.serviceLog().length;
  await world.startServices();
  await playAll(work);
  const isMet = () => world.serviceLog().slice(before).includes('LB751');
  if (!(await until(isMet, 30_000))) work.violated('no job waits for the configuration');
  await delay(3_000);
  await setCountry('US');
}
