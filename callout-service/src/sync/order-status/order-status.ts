import type { Gate } from '../../jobs/gate.ts';
import type { JobContext, JobHandler, JobResult } from '../../jobs/handler.ts';
import { lanes } from '../lanes.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import { addChangedOrders, type LinkedOrders } from './changed-orders.ts';
import { noticeOrders, type FoundOrder } from './notice.ts';
import { createOrderLook, type OrderLookParts } from './order-look.ts';
import { addSweptOrders } from './swept-orders.ts';
import { isBelievable } from './vanished.ts';

export interface OrderStatusParts extends Omit<OrderLookParts, 'store'> {
  /** Open while Sage can be reached. */
  readonly gate?: Gate;
  /** How often every linked order that may still change is looked at, whatever its stamp says; 10 where left out. */
  readonly sweepMinutes?: number;
}

const SWEEP_MINUTES = 10;
/** Orders that are read, and handed over in one transaction, at once. */
const AT_ONCE = 200;

type Working = OrderStatusParts & JobContext & { readonly lookAt: ReturnType<typeof createOrderLook> };

/**
 * Finds linked orders that look different in Sage than Salesforce was told, and hands each over to be written. Cursors move
 * with the end of the job, when every order before them has been handed over: a run that breaks off is done again, and
 * finds what it handed over noticed. Nothing changed: no job, and no request to Salesforce.
 */
export function createOrderStatus(parts: OrderStatusParts): JobHandler {
  return {
    lane: lanes.orderStatus,
    concurrency: 1,
    ...(parts.gate !== undefined && { gate: parts.gate }),
    run: async (job, context) => {
      // After an outage many are due: the latest sees what all of them would.
      if (await isLater(job, context)) return undefined;
      return lookAtOrders({ ...parts, ...context, lookAt: createOrderLook({ ...parts, ...context }) });
    }
  };
}

async function isLater({ id, lane }: ClaimedJob, { store }: JobContext): Promise<boolean> {
  const later = await store.jobs.list({ lane, states: ['ready'], after: id, limit: 1 });
  return later.length > 0;
}

async function lookAtOrders(work: Working): Promise<JobResult> {
  const { store, sweepMinutes: everyMinutes = SWEEP_MINUTES } = work;
  const now = work.clock().toUTC().toISO();
  const linked: LinkedOrders = new Map();
  const moves = [
    ...(await addChangedOrders(linked, now, work)),
    ...(await addSweptOrders(linked, now, { store, everyMinutes }))
  ];
  const found = await lookUp(linked, work);
  await handOver(found, work);
  return {
    commit: async (within) => {
      for (const move of moves) await move(within);
    }
  };
}

/** What Salesforce is to show of each; of an order only what is shown is kept, since there may be thousands. */
async function lookUp(linked: LinkedOrders, work: Working): Promise<readonly FoundOrder[]> {
  const found: FoundOrder[] = [];
  for (const numbers of chunks([...linked.keys()], AT_ONCE)) {
    work.signal.throwIfAborted();
    const looks = await work.lookAt(numbers);
    for (const [salesOrderNo, shown] of looks) {
      const orderKey = linked.get(salesOrderNo);
      if (orderKey !== undefined) found.push({ orderKey, salesOrderNo, shown });
    }
  }
  return found;
}

async function handOver(found: readonly FoundOrder[], { store, signal, logger }: Working): Promise<void> {
  const believed = isBelievable(found);
  const orders = believed ? found : found.filter(({ shown }) => !shown.gone);
  if (!believed) {
    const gone = found.length - orders.length;
    logger.error(
      { gone, orders: found.length },
      'too many linked orders are missing in Sage at once to be believed: nothing is written about them'
    );
  }
  for (const some of chunks(orders, AT_ONCE)) {
    signal.throwIfAborted();
    const news = await store.transaction((within) => noticeOrders(within, some));
    for (const { salesOrderNo, shown } of news) {
      logger.info({ salesOrderNo, status: shown.status }, 'an order looks different in Sage');
    }
  }
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size)
  );
}
