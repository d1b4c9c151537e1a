import { keyOf, type PlannedOrder } from '../seed/planned-order.ts';
import { untilQuiet } from '../verdict/settled.ts';
import {
  listDeadLetters,
  lookAtDeadLetter,
  newDeadLetters,
  replayDeadLetter,
  replaysOf
} from '../world/dead-letters.ts';
import { until } from '../world/until.ts';
import { playAll, type CaseWork, type OrderCase } from './order-case.ts';

const LANE = 'sales-order-out';
const PATIENCE_MS = 90_000;

/** What cannot be done until a person decides, and what becomes of it then. */
export const deadLetterCases: readonly OrderCase[] = [
  { name: 'every third order is poison, and the others flow', plan: poisonEveryThird, play: flowAround },
  { name: 'dead letters are replayed, each twice at once', play: replayTwice },
  { name: 'a request that cannot be read is edited and replayed twice', play: replayEdited }
];

function poisonEveryThird(order: PlannedOrder, index: number): PlannedOrder {
  return index % 3 === 0 ? { ...order, poison: true, kind: 'opportunity', acts: ['submit'] } : order;
}

/** The healthy ones are through while the others are dead; the verdict looks at each. */
async function flowAround(work: CaseWork): Promise<void> {
  await playAll(work);
  if (!(await untilQuiet(work.world, PATIENCE_MS))) work.violated('poison holds up what is healthy');
}

/** An item that Sage takes no orders for kills their jobs; it is mended in Sage, so that no record asks anew by itself. */
async function replayTwice(work: CaseWork): Promise<void> {
  const { world, basis } = work;
  const [code = ''] = basis.itemCodes;
  const before = await listDeadLetters(world);
  await world.sageControl.set('CI_Item', code, { InactiveItem: 'Y' });
  await playAll(work);
  const letters = await newDeadLetters(world, before, 1 + poisonKeys(work).size);
  const mine = letters.filter(({ key }) => !poisonKeys(work).has(key ?? ''));
  if (mine.length === 0) work.violated('no order died of the inactive item');
  await world.sageControl.set('CI_Item', code, { InactiveItem: 'N' });
  for (const { jobId } of mine) await replayAtOnce(work, jobId);
}

/** Two people at once: one replay, one effect, one line of the audit. */
async function replayAtOnce({ world, violated }: CaseWork, jobId: number): Promise<void> {
  const outcomes = await Promise.all([replayDeadLetter(world, jobId), replayDeadLetter(world, jobId)]);
  const again = await replayDeadLetter(world, jobId);
  const told = [...outcomes, again].toSorted().join(', ');
  if (told !== 'not-dead, not-dead, replayed') violated(`three replays of job ${jobId}: ${told}`);
  const audited = await replaysOf(world, jobId);
  if (audited !== 1) violated(`job ${jobId} has ${audited} lines of the audit for one replay`);
}

function poisonKeys({ orders }: CaseWork): ReadonlySet<string> {
  return new Set(orders.filter(({ poison }) => poison).map(keyOf));
}

/** An event whose action is misspelt, as from a flow that somebody changed. */
async function replayEdited(work: CaseWork): Promise<void> {
  const { world, orders } = work;
  await playAll(work);
  await untilQuiet(world, PATIENCE_MS);
  const order = orders.find(
    ({ poison, kind, done }) => !poison && kind === 'opportunity' && !done.includes('cancel')
  );
  if (order === undefined) throw new Error('no order is there to ask for');
  const recordId = keyOf(order);
  const requestedAt = new Date().toISOString();
  const [before] = (await listDeadLetters(world)).slice(-1);
  await world.client.create('Sage_Order_Request__e', [
    {
      Record_Id__c: recordId,
      Order_Key__c: recordId,
      Object_Name__c: 'Opportunity',
      Action__c: 'ammend',
      Requested_At__c: requestedAt
    }
  ]);
  const found = async () =>
    (await listDeadLetters(world)).filter(
      ({ jobId, lane, code }) => jobId > (before?.jobId ?? 0) && lane === LANE && code === 'LB758'
    );
  await until(async () => (await found()).length > 0, PATIENCE_MS);
  const [letter] = await found();
  if (letter === undefined) throw new Error('the event became no dead letter');
  const edited = { object: 'Opportunity', recordId, orderKey: recordId, action: 'amend', requestedAt };
  const payload = { ...edited, requestedBy: null, source: 'event' };
  const refusal = await replayDeadLetter(world, letter.jobId, { ...payload, action: 'ammend' });
  if (!refusal.startsWith('400')) work.violated(`a wrong edit was not refused: ${refusal}`);
  const outcomes = await Promise.all(
    [payload, payload].map((each) => replayDeadLetter(world, letter.jobId, each))
  );
  if (outcomes.toSorted().join(', ') !== 'not-dead, replayed')
    work.violated(`two replays with an edit: ${outcomes.join(', ')}`);
  const { state, payload: kept, acts } = await lookAtDeadLetter(world, letter.jobId);
  const audited = acts.filter(({ action }) => action === 'replay').length;
  if (state !== 'skipped' || !JSON.stringify(kept).includes('ammend') || audited !== 1)
    work.violated(`after the edit: ${JSON.stringify({ state, kept, acts })}`);
}
