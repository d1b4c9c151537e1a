import { isSpecialItemCode, sageItemCode } from '../../rules/product-reference/product-reference.ts';
import { lineKeysOf, withRecord } from '../../rules/order-draft/sent-after.ts';
import type { StoreContent } from '../../store/port/store.ts';
import { lanes, topics } from '../lanes.ts';
import type { OrderWriteBack, StockChange, SyncLog } from '../write-back/payloads.ts';
import { salesOrderEntity } from './order-in-sage.ts';
import type { OrderRun } from './order-out-options.ts';
import type { OrderOutcome } from './outcome.ts';

/**
 * Writes what follows from a request, in the transaction that acknowledges its job: the link with what was sent, the jobs
 * that show it in Salesforce, and the news of stock. Each carries a key of this job, so that a repeated commit has no
 * second effect.
 */
export async function commitOutcome(
  within: StoreContent,
  outcome: OrderOutcome,
  run: OrderRun
): Promise<void> {
  const { job, request } = run;
  const { salesOrderNo, sent } = outcome;
  if (salesOrderNo !== null && sent !== undefined)
    await within.links.put({
      entity: salesOrderEntity,
      salesforceId: request.orderKey,
      sageKey: salesOrderNo,
      agreed: sent,
      mappingVersion: undefined
    });
  if (outcome.recordIsThere)
    await within.jobs.enqueue({
      lane: lanes.orderWriteBack,
      key: request.orderKey,
      payload: writeBackOf(outcome, run),
      idempotencyKey: `order-out:${job.id}`
    });
  await within.jobs.enqueue({
    lane: lanes.syncLog,
    key: runKeyOf(run),
    payload: logOf(outcome, run),
    idempotencyKey: `order-out:${job.id}`
  });
  for (const itemCode of stockedItems(outcome.touched)) {
    const payload: StockChange = {
      itemCode,
      because: `Sales order ${salesOrderNo ?? ''} was ${outcome.action}.`
    };
    const idempotencyKey = `order-out:${job.id}:${itemCode}`;
    await within.publications.publish({ topic: topics.stockChanged, key: itemCode, payload, idempotencyKey });
  }
}

function writeBackOf(outcome: OrderOutcome, { request }: OrderRun): OrderWriteBack {
  const asking = { object: request.object, recordId: request.recordId };
  const lineKeys = outcome.sent === undefined ? {} : lineKeysOf(outcome.sent, request.object);
  return {
    orderKey: request.orderKey,
    records: withRecord(outcome.sent?.records ?? [], asking),
    salesOrderNo: outcome.salesOrderNo,
    ...(Object.keys(lineKeys).length > 0 && outcome.action !== 'skipped' && { lineKeys }),
    state: 'Done',
    code: outcome.code,
    message: outcome.message,
    requestedAt: request.requestedAt
  };
}

function logOf(outcome: OrderOutcome, run: OrderRun): SyncLog {
  const { request, job, story, clock } = run;
  const { action } = outcome;
  const is = (...actions: readonly OrderOutcome['action'][]) => (actions.includes(action) ? 1 : 0);
  return {
    runKey: runKeyOf(run),
    objectPair: `${request.object} → SO_SalesOrder`,
    direction: 'To Sage',
    trigger: request.source,
    state: 'Succeeded',
    recordId: request.recordId,
    sageKey: outcome.salesOrderNo,
    action: request.action,
    startedAt: story.startedAt,
    finishedAt: clock().toUTC().toISO(),
    attempts: job.attempt,
    counts: {
      read: outcome.recordIsThere ? 1 : 0,
      created: is('created'),
      updated: is('updated', 'cancelled'),
      unchanged: is('unchanged'),
      skipped: is('skipped'),
      failed: 0
    },
    story: [...story.steps]
  };
}

/** The same for each attempt of one request, another for each request. */
function runKeyOf({ request, job }: OrderRun): string {
  return `order-out:${request.orderKey}:${request.requestedAt}:${job.id}`;
}

function stockedItems(codes: readonly string[]): string[] {
  return [...new Set(codes.map(sageItemCode))].filter((code) => !isSpecialItemCode(code)).sort();
}
