import { salesforceId } from '../../canonical/salesforce-id.ts';
import type { SalesforceRecords, SalesforceRow } from '../../salesforce/port/salesforce-records.ts';
import type { Store } from '../../store/port/store.ts';
import type { IntegrationSettings, IntegrationSettingsSource } from '../settings/integration-settings.ts';
import { enqueueOrderRequest } from './enqueue-order-request.ts';
import { orderKeyOf } from './order-key.ts';
import { orderActions, type OrderObject, type OrderRequest } from './order-request.ts';
import { requestMoment } from './request-moment.ts';

export interface CatchUpParts {
  readonly records: Pick<SalesforceRecords, 'query'>;
  readonly settings: IntegrationSettingsSource;
  readonly store: Pick<Store, 'transaction'>;
}

/** What a query for open requests came to. */
export interface CaughtUp {
  /** Records that wait for an answer. */
  readonly open: number;
  /** Those whose request no event had brought. */
  readonly missed: number;
}

type Trigger = IntegrationSettings['orderTrigger'];

const objectsOf: Readonly<Record<Trigger, readonly OrderObject[]>> = {
  opportunity: ['Opportunity'],
  order: ['Order'],
  both: ['Opportunity', 'Order'],
  none: []
};

/** Requests that are enqueued in one transaction. */
const AT_ONCE = 200;

/**
 * Finds the requests whose event never came: every record that waits for an answer says so itself. Those that have a job
 * already keep it. Doing it twice, or in two instances, does no harm.
 * @throws LedgerBridgeError LB70x, LB751, LB60x.
 */
export async function catchUp({ records, settings, store }: CatchUpParts): Promise<CaughtUp> {
  const { orderTrigger } = await settings.current();
  const requests: OrderRequest[] = [];
  for (const object of objectsOf[orderTrigger]) {
    for await (const page of records.query(queryOf(object))) {
      requests.push(...page.flatMap((row) => requestOf(object, row, orderTrigger) ?? []));
    }
  }
  // Both objects of one order share its key, and the oldest request of a key is done first.
  requests.sort((one, other) => compare(one.requestedAt, other.requestedAt));
  let missed = 0;
  for (let start = 0; start < requests.length; start += AT_ONCE) {
    missed += await enqueueMissed(store, requests.slice(start, start + AT_ONCE));
  }
  return { open: requests.length, missed };
}

function queryOf(object: OrderObject): string {
  const fields = [
    'Id',
    ...(object === 'Order' ? ['OpportunityId'] : []),
    'Sage_Requested_Action__c',
    'Sage_Requested_At__c',
    'Sage_Requested_By__c',
    'LastModifiedDate'
  ];
  return (
    `SELECT ${fields.join(', ')} FROM ${object} WHERE Sage_Sync_State__c = 'Requested' ` +
    'ORDER BY Sage_Requested_At__c, Id'
  );
}

/** A record that somebody set to Requested by hand lacks the rest: then the change itself is the request. */
function requestOf(object: OrderObject, row: SalesforceRow, trigger: Trigger): OrderRequest | undefined {
  const recordId = idOf(row['Id']);
  const requestedAt = requestMoment(row['Sage_Requested_At__c']) ?? requestMoment(row['LastModifiedDate']);
  if (recordId === undefined || requestedAt === undefined) return undefined;
  const opportunityId = idOf(row['OpportunityId']) ?? null;
  return {
    object,
    recordId,
    orderKey: orderKeyOf({ id: recordId, opportunityId }, trigger),
    action: orderActions.find((action) => action === row['Sage_Requested_Action__c']) ?? 'amend',
    requestedBy: idOf(row['Sage_Requested_By__c']) ?? null,
    requestedAt,
    source: 'catch-up'
  };
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' ? salesforceId(value) : undefined;
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

function enqueueMissed(store: CatchUpParts['store'], requests: readonly OrderRequest[]): Promise<number> {
  return store.transaction(async (within) => {
    let missed = 0;
    for (const request of requests) {
      const { duplicate } = await enqueueOrderRequest(within, request);
      if (!duplicate) missed += 1;
    }
    return missed;
  });
}
