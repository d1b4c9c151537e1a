import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { readEvents } from '../world/org-events.ts';
import { SERVICE_REQUESTS } from '../world/org-client.ts';
import { figureOf } from '../world/service-api.ts';
import { until } from '../world/until.ts';
import { untilQuiet } from '../verdict/settled.ts';
import { playAll, type CaseWork, type OrderCase } from './order-case.ts';

const loggedSchema = z.array(z.object({ number: z.number(), status: z.number().nullable() }));
const TOPIC = 'salesforce-unreachable';
const PATIENCE_MS = 90_000;
/** A hot loop makes hundreds in the time for which log-ins are refused. */
const MOST_LOG_INS = 60;

/** Faults of the session with Salesforce. */
export const sessionCases: readonly OrderCase[] = [
  { name: 'the session ends under many requests at once', play: endSession },
  { name: 'log-in is refused for a while', play: refuseLogIn }
];

/** A whole queue is at work when the session ends: all wait for one log-in. */
async function endSession(work: CaseWork): Promise<void> {
  const { client, sageControl } = work.world;
  await sageControl.stop();
  await playAll(work);
  const before = await lastOf(work, 'oauth2/token');
  const sent = await lastOf(work, SERVICE_REQUESTS);
  const everyRequest = { point: 'rest', match: SERVICE_REQUESTS };
  await client.control('POST', '/faults', {
    ...everyRequest,
    effect: { kind: 'latency', milliseconds: 300 }
  });
  const effect = { kind: 'expired-session' };
  await client.control('POST', '/faults', { ...everyRequest, after: 25, times: 1, effect });
  await sageControl.start();
  await untilQuiet(work.world, PATIENCE_MS);
  const refused = (await requests(work, SERVICE_REQUESTS, sent)).filter(
    ({ status }) => status === 401
  ).length;
  const logIns = (await requests(work, 'oauth2/token', before)).length;
  if (refused < 2) work.violated(`the session ended under ${refused} requests only`);
  if (logIns !== 1) work.violated(`${logIns} log-ins after one session ended under ${refused} requests`);
}

/** As when the user is revoked: people are told once, the queue is kept, and there is no hot loop. */
async function refuseLogIn(work: CaseWork): Promise<void> {
  const { world, stream } = work;
  const { client } = world;
  await stream.playUntil(stream.length / 2);
  const before = await alerts(work);
  const from = await lastOf(work, 'oauth2/token');
  await client.control('POST', '/faults', {
    point: 'login',
    effect: { kind: 'status', status: 400, errorCode: 'invalid_grant', message: 'user has not approved' }
  });
  await client.control('POST', '/faults', {
    ...{ point: 'rest', match: SERVICE_REQUESTS, times: world.services.length },
    effect: { kind: 'expired-session' }
  });
  await playAll(work);
  const isTold = async () => (await figureOf(world, `alert_open{topic="${TOPIC}"}`)) === 1;
  if (!(await until(isTold, 20_000))) work.violated('nobody was told that log-ins are refused');
  await delay(5_000);
  const tried = (await requests(work, 'oauth2/token', from)).length;
  if (tried > MOST_LOG_INS) work.violated(`${tried} log-ins while all were refused`);
  await client.control('DELETE', '/faults');
  const isOver = async () => (await alerts(work)).ended > before.ended;
  if (!(await until(isOver, PATIENCE_MS, 2_000))) work.violated('nobody was told that it is over');
  const begun = (await alerts(work)).begun - before.begun;
  if (begun !== 1) work.violated(`people were told ${begun} times that Salesforce cannot be reached`);
}

/** How often people in Salesforce were told that it cannot be reached, and that it can. */
async function alerts({ world }: CaseWork): Promise<{ readonly begun: number; readonly ended: number }> {
  const states = (await readEvents(world, '/event/Sage_Sync_Alert__e'))
    .filter(({ fields }) => fields['Topic__c'] === TOPIC)
    .map(({ fields }) => fields['State__c']);
  return {
    begun: states.filter((state) => state === 'begun').length,
    ended: states.filter((state) => state === 'ended').length
  };
}

async function lastOf(work: CaseWork, match: string): Promise<number> {
  return Math.max(0, ...(await requests(work, match, 0)).map(({ number }) => number));
}

async function requests({ world }: CaseWork, match: string, after: number) {
  const query = new URLSearchParams({ match, after: String(after) }).toString();
  return loggedSchema.parse(await world.client.control('GET', `/requests?${query}`));
}
