import { setTimeout as delay } from 'node:timers/promises';
import { isSubmitted, keyOf, type Act, type PlannedOrder } from '../seed/planned-order.ts';
import { readSageSide } from '../verdict/sage-side.ts';
import { untilQuiet } from '../verdict/settled.ts';
import { listDeadLetters, newDeadLetters, replayDeadLetter } from '../world/dead-letters.ts';
import { deployToOrg } from '../world/deploy-to-org.ts';
import { readEvents } from '../world/org-events.ts';
import { until } from '../world/until.ts';
import { playAll, type CaseWork, type OrderCase } from './order-case.ts';

const PATIENCE_MS = 90_000;
/** Longer than an event takes to come back as a request. */
const ECHO_MS = 3_000;
/** Longer than it takes until Sage is asked for changes twice. */
const STATUS_PATIENCE_MS = 180_000;

/** What goes wrong, or would be easy to get wrong, on the way back to Salesforce. */
export const writeBackCases: readonly OrderCase[] = [
  { name: 'what is written back asks for nothing anew', play: hearNoEcho },
  { name: 'stock is told to everybody', play: hearStock },
  { name: 'Salesforce refuses some lines of a write', plan: withManyLines, play: refuseSomeLines },
  { name: 'orders change in Sage under one stamp, and one below the watermark', play: changeUnderOneStamp }
];

/** Each thing that a person does is one request at most; writing to the records is none. */
async function hearNoEcho(work: CaseWork): Promise<void> {
  await playAll(work);
  await untilQuiet(work.world, PATIENCE_MS);
  await delay(ECHO_MS);
  const events = await readEvents(work.world, '/event/Sage_Order_Request__e');
  const counts = Map.groupBy(events, ({ fields }) => fields['Order_Key__c']);
  for (const order of work.orders.filter(isSubmitted)) {
    const heard = counts.get(keyOf(order))?.length ?? 0;
    if (heard === 0 || heard > order.done.length)
      work.violated(`${keyOf(order)} (${order.done.join(', ')}) was asked for ${heard} times`);
  }
}

/** The last event of each item has the figures that Sage has; records are looked at by every verdict. */
async function hearStock(work: CaseWork): Promise<void> {
  const { world, basis, orders } = work;
  await playAll(work);
  await untilQuiet(world, PATIENCE_MS);
  const events = await readEvents(world, '/event/Sage_Inventory_Changed__e');
  const { stock } = readSageSide(world.sage.ready.databaseFile);
  const ordered = new Set(orders.filter(({ poison }) => !poison).flatMap(({ lines }) => lines));
  for (const code of new Set([...ordered].map(({ item }) => basis.itemCodes[item] ?? ''))) {
    const last = events.findLast(
      ({ fields }) => fields['Item_Code__c'] === code && fields['Warehouse_Code__c'] === '000'
    );
    const [onHand, onSalesOrder, , onPurchaseOrder] = stock.get(code) ?? [];
    const told = ['Quantity_On_Hand__c', 'Quantity_On_Sales_Order__c', 'Quantity_On_Purchase_Order__c'].map(
      (field) => Number(last?.fields[field])
    );
    const inSage = [onHand, onSalesOrder, onPurchaseOrder];
    if (told.join() !== inSage.join())
      work.violated(`stock of ${code} was told as ${told.join()}, Sage has ${inSage.join()}`);
  }
}

/** Won opportunities with an even and an odd line each, which nobody changes. */
function withManyLines(order: PlannedOrder): PlannedOrder {
  const acts: readonly Act[] = ['submit'];
  const lines = [4, 7].map((quantity, item) => ({ item, quantity, cents: 1_250, id: undefined }));
  return { ...order, kind: 'opportunity', poison: false, acts, lines };
}

/** A rule of the org refuses lines of an even quantity. The others are written, each refused one is told, none is lost. */
async function refuseSomeLines(work: CaseWork): Promise<void> {
  const { world, orders } = work;
  const before = await listDeadLetters(world);
  await deployToOrg(world.client, refusalOfEvenLines(true));
  await playAll(work);
  const letters = await newDeadLetters(world, before, orders.length);
  const mine = new Map(letters.map((each) => [each.key, each]));
  for (const order of orders) {
    const [even, odd] = await lineKeys(work, order);
    const letter = mine.get(keyOf(order));
    if (odd === null) work.violated(`${keyOf(order)}: the line that was not refused has no key`);
    if (even !== null)
      work.violated(`${keyOf(order)}: the line that was refused has the key ${JSON.stringify(even)}`);
    if (letter?.code !== 'LB705' || letter.message?.includes(order.lines[0]?.id ?? '') !== true)
      work.violated(`${keyOf(order)}: the refused line is told as ${JSON.stringify(letter)}`);
  }
  await deployToOrg(world.client, refusalOfEvenLines(false));
  for (const { jobId, lane } of letters)
    if (lane === 'order-write-back') await replayDeadLetter(world, jobId);
}

function refusalOfEvenLines(active: boolean) {
  return {
    object: 'OpportunityLineItem',
    name: 'Even_Lines',
    active,
    formula: 'AND(ISCHANGED(Sage_Line_Key__c), MOD(Quantity, 2) = 0)',
    message: 'Even lines are not to be changed.'
  };
}

/** Keys of the lines, in their planned order. */
async function lineKeys({ world }: CaseWork, { opportunityId, lines }: PlannedOrder) {
  const rows = await world.client.query(
    `SELECT Id, Sage_Line_Key__c FROM OpportunityLineItem WHERE OpportunityId = '${opportunityId ?? ''}'`
  );
  return lines.map(({ id }) => rows.find((row) => row['Id'] === id)?.['Sage_Line_Key__c']);
}

/**
 * All orders of the stream are held in Sage within what its clock shows as one moment, the one of the watermark; the last
 * one by a workstation whose clock is half an hour late.
 */
async function changeUnderOneStamp(work: CaseWork): Promise<void> {
  const { world } = work;
  await playAll(work);
  await untilQuiet(world, PATIENCE_MS);
  const numbers = openOrdersOf(work);
  const stamps = await Promise.all(numbers.map((number) => stampOf(work, number)));
  const latest = stamps.toSorted((one, other) => one.hours - other.hours).at(-1);
  if (latest === undefined) return;
  for (const [index, number] of numbers.entries()) {
    const hours = index === numbers.length - 1 ? Math.max(0, latest.hours - 0.5) : latest.hours;
    await world.sageControl.set('SO_SalesOrderHeader', number, {
      OrderStatus: 'H',
      DateUpdated: latest.day,
      TimeUpdated: hours.toFixed(5).padStart(8, '0')
    });
  }
  const missing = async () => {
    const rows = await world.client.query(
      `SELECT Id, Sage_Sales_Order_No__c FROM Opportunity WHERE Sage_Order_Status__c = 'On Hold'`
    );
    const orders = await world.client.query(
      `SELECT Id, Sage_Sales_Order_No__c FROM Order WHERE Sage_Order_Status__c = 'On Hold'`
    );
    const shown = new Set([...rows, ...orders].map((row) => row['Sage_Sales_Order_No__c']));
    return numbers.filter((number) => !shown.has(number));
  };
  await until(async () => (await missing()).length === 0, STATUS_PATIENCE_MS, 2_000);
  const left = await missing();
  if (left.length > 0) work.violated(`not shown as held: ${left.join(', ')} of ${numbers.join(', ')}`);
}

function openOrdersOf({ world, orders }: CaseWork): string[] {
  const keys = new Set(orders.map(keyOf));
  const { orders: inSage } = readSageSide(world.sage.ready.databaseFile);
  return inSage.filter(({ key, isOpen }) => isOpen && keys.has(key)).map(({ number }) => number);
}

async function stampOf({ world }: CaseWork, number: string) {
  const { DateUpdated = '', TimeUpdated = '' } = await world.sageControl.show('SO_SalesOrderHeader', number);
  return { day: DateUpdated, hours: Number(TimeUpdated) };
}
