import type { SalesOrder } from '../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { createSageDay } from '../../inquiry/sage-day.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { readOrders } from '../write-back/read-orders.ts';
import { findShown } from '../write-back/shown-links.ts';
import { goneOrder, shownOrder, type Shown } from '../write-back/shown-order.ts';

export interface OrderLookParts {
  readonly sage: { readonly records: Pick<SageRecords, 'salesOrders' | 'salesOrderHistory'> };
  readonly store: Pick<Store, 'links'>;
  /** IANA name of the Sage server's zone. */
  readonly timeZone: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Orders as Salesforce is to show them; those that cannot be read or shown are left out. */
export type OrderLook = (numbers: readonly string[]) => Promise<ReadonlyMap<string, Shown>>;

/**
 * Makes the look at orders in Sage. An order that Sage has in a form that cannot be used (LB308) is told and left out: it
 * hides no other, and does not count as gone.
 */
export function createOrderLook(parts: OrderLookParts): OrderLook {
  const sageDay = createSageDay(parts.timeZone);
  const showOf = (order: SalesOrder) => shownOrder(order, sageDay(parts.clock()));
  return async (numbers) => {
    try {
      return await lookTogether(numbers, showOf, parts);
    } catch (error) {
      rethrowUnlessUnusable(error);
      return lookOneByOne(numbers, showOf, parts);
    }
  };
}

async function lookTogether(
  numbers: readonly string[],
  showOf: (order: SalesOrder) => Shown,
  { sage, store }: OrderLookParts
): Promise<ReadonlyMap<string, Shown>> {
  const orders = await readOrders(sage.records, numbers);
  const known = await findShown(store, numbers);
  return new Map(
    numbers.map((number) => {
      const order = orders.get(number);
      const shown = order === undefined ? goneOrder(known.get(number)?.status ?? undefined) : showOf(order);
      return [number, shown];
    })
  );
}

async function lookOneByOne(
  numbers: readonly string[],
  showOf: (order: SalesOrder) => Shown,
  parts: OrderLookParts
): Promise<ReadonlyMap<string, Shown>> {
  const looks = new Map<string, Shown>();
  for (const number of numbers) {
    try {
      for (const [found, shown] of await lookTogether([number], showOf, parts)) looks.set(found, shown);
    } catch (error) {
      const { code, message } = rethrowUnlessUnusable(error);
      parts.logger.warn({ salesOrderNo: number, code }, message);
    }
  }
  return looks;
}

function rethrowUnlessUnusable(error: unknown): LedgerBridgeError {
  if (error instanceof LedgerBridgeError && error.code === 'LB308') return error;
  throw error;
}
