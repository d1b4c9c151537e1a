import type { JobRecord } from '../../../../callout-service/src/store/port/job.ts';
import type { Basis } from '../seed/seed-world.ts';
import { isCancelled, isSubmitted, keyOf, type PlannedOrder } from '../seed/planned-order.ts';
import type { OrderWorld } from '../world/order-world.ts';
import { customerViolations } from './customers.ts';
import { jobViolations } from './jobs.ts';
import { orderViolations, type Found } from './orders.ts';
import { readOrgSide } from './org-side.ts';
import { readSageSide, type SageSide } from './sage-side.ts';
import { secretsIn } from './secrets.ts';
import { stockViolations } from './stock.ts';

/** What a run promised and what became of it. */
export interface OrderVerdict {
  readonly submitted: number;
  readonly inSage: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfStep: number;
  readonly dead: number;
  readonly violations: readonly string[];
}

export interface Evidence {
  readonly world: OrderWorld;
  readonly basis: Basis;
  readonly orders: readonly PlannedOrder[];
  /** What Sage held before the first order. */
  readonly before: SageSide;
  /** All jobs, once everything is settled. */
  readonly jobs: readonly JobRecord[];
}

/** Holds the promises against the data of both systems, the store and the log. The services must have stopped. */
export async function judge({ world, basis, orders, before, jobs }: Evidence): Promise<OrderVerdict> {
  const sage = readSageSide(world.sage.ready.databaseFile);
  const org = await readOrgSide(world.client);
  const byKey = Map.groupBy(sage.orders, ({ key }) => key);
  const submitted = orders.filter(isSubmitted);
  const found: Found[] = submitted.map((planned) => ({ planned, standing: byKey.get(keyOf(planned)) ?? [] }));
  const known = new Set([...submitted.map(keyOf), ...before.orders.map(({ key }) => key)]);
  const strangers = sage.orders.filter(({ key }) => !known.has(key));
  const lost = found.filter(({ planned, standing }) => isWanted(planned) && standing.length === 0);
  const twice = found.filter(({ standing }) => standing.length > 1);
  const steps = found.flatMap((each) => orderViolations(each, org, basis));
  return {
    submitted: submitted.length,
    inSage: sage.orders.length - before.orders.length,
    lost: lost.length,
    duplicated: twice.length,
    outOfStep: steps.length,
    dead: jobs.filter(({ state }) => state === 'dead').length,
    violations: [
      ...lost.map(({ planned }) => `lost: ${nameOf(planned)}, ${stateOf(planned, org.records)}`),
      ...twice.map(({ planned, standing }) => {
        const numbers = standing.map(({ number }) => number).join(' and ');
        return `duplicated: ${nameOf(planned)} is ${numbers}`;
      }),
      ...strangers.map(
        ({ key, number }) => `order ${number} of Sage has the key ${key}, which nobody asked for`
      ),
      ...steps,
      ...stockViolations({ sage, before, org, basis, found }),
      ...customerViolations({ sage, org, basis, submitted }),
      ...jobViolations(jobs, org, submitted),
      ...secretsIn(world.serviceLog())
    ]
  };
}

function isWanted(planned: PlannedOrder): boolean {
  return !planned.poison && !isCancelled(planned);
}

export function nameOf(planned: PlannedOrder): string {
  return `${planned.kind} ${keyOf(planned)} (${planned.done.join(', ')})`;
}

function stateOf(
  planned: PlannedOrder,
  records: ReadonlyMap<string, Readonly<Record<string, unknown>>>
): string {
  const record = records.get(keyOf(planned));
  const said = ['Sage_Sync_State__c', 'Sage_Sync_Code__c', 'Sage_Sales_Order_No__c'].map((field) =>
    String(record?.[field])
  );
  return `whose record says ${said.join(', ')}`;
}
