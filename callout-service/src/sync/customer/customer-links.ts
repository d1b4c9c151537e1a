import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { quoted, type SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { StoreContent } from '../../store/port/store.ts';
import { lanes } from '../lanes.ts';
import type { LinkingStore } from '../order-out/customer-resolver.ts';
import { keptBeside } from './kept-beside.ts';
import { accountWriteBackSchema, type AccountWriteBack } from '../write-back/payloads.ts';

export type LinkedEntity = 'customer' | 'contact';

/** A pair to be linked, and what Salesforce's record says of it now. */
export interface WantedLink {
  readonly entity: LinkedEntity;
  readonly salesforceId: string;
  readonly sageKey: string;
  readonly agreed: unknown;
  /** What the record in Salesforce holds: nothing is written back where it is the key already. */
  readonly held: string | null;
}

const WRITTEN_BACK = {
  customer: { object: 'Account', field: 'Sage_Customer_No__c' },
  contact: { object: 'Contact', field: 'Sage_Contact_Key__c' }
} as const;

/**
 * Links both records and has the key written back, in one transaction. A record of Salesforce that was linked with another
 * key before goes with the new one.
 * @throws LedgerBridgeError LB752 when the record of Sage was linked with another record meanwhile.
 */
export async function linkBoth(store: LinkingStore, wanted: WantedLink): Promise<void> {
  const { entity, salesforceId, sageKey } = wanted;
  try {
    await store.transaction(async (within) => {
      const before = await within.links.bySalesforceId(entity, salesforceId);
      if (before !== undefined && before.sageKey !== sageKey) await within.links.remove(entity, salesforceId);
      const same = before?.sageKey === sageKey ? before : undefined;
      const agreed = keptBeside(same?.agreed, wanted.agreed);
      const { mappingVersion } = same ?? { mappingVersion: undefined };
      await within.links.put({ entity, salesforceId, sageKey, agreed, mappingVersion });
      await writeBack(within, wanted);
    });
  } catch (error) {
    if (!(error instanceof LedgerBridgeError) || error.code !== 'LB611') throw error;
    throw belongsToAnother(wanted, await store.links.bySageKey(entity, sageKey), error);
  }
}

/** Unless Salesforce has the key, or a job that brings it is on its way. */
async function writeBack(
  within: StoreContent,
  { entity, salesforceId, sageKey, held }: WantedLink
): Promise<void> {
  if (held?.trim() === sageKey) return;
  const lane = lanes.accountWriteBack;
  const states = ['waiting', 'ready', 'active', 'dead'] as const;
  const payload: AccountWriteBack = { ...WRITTEN_BACK[entity], recordId: salesforceId, sageKey };
  const underWay = await within.jobs.list({ lane, key: salesforceId, states, limit: 10 });
  if (underWay.some((job) => accountWriteBackSchema.safeParse(job.payload).data?.sageKey === sageKey)) return;
  await within.jobs.enqueue({ lane, key: salesforceId, payload });
}

/** The refusal to take a record of Sage that another record of Salesforce is linked with. */
export function belongsToAnother(
  { entity, salesforceId, sageKey }: Pick<WantedLink, 'entity' | 'salesforceId' | 'sageKey'>,
  other: { readonly salesforceId: string } | undefined,
  cause?: unknown
): LedgerBridgeError {
  const { object, field } = WRITTEN_BACK[entity];
  const owner = other?.salesforceId ?? 'another record';
  return new LedgerBridgeError('LB752', {
    detail: `The ${entity} in Sage belongs to another ${object} already, so it was not taken.`,
    subject: `${object} ${salesforceId}, ${entity} ${sageKey} of ${object} ${owner}`,
    faults: [
      {
        code: 'LB752',
        field,
        value: sageKey,
        problem: `${sageKey} is linked with ${object} ${owner}.`,
        fix: `Merge the two records, clear the field of ${owner}, or enter another number here; then replay.`
      }
    ],
    cause
  });
}

/**
 * Whether the account that a customer is linked with still stands for it: it is there, and has that number or none yet.
 * One that was merged, deleted or given another number by a person does not.
 */
export async function stillStandsFor(
  accounts: Pick<SalesforceRecords, 'all'>,
  accountId: string,
  customerNo: string
): Promise<boolean> {
  const rows = await accounts.all(
    `SELECT Id, Sage_Customer_No__c FROM Account WHERE Id = ${quoted(accountId)}`
  );
  const [row] = rows;
  if (row === undefined) return false;
  const held = row['Sage_Customer_No__c'];
  const number = typeof held === 'string' ? held.trim().toUpperCase() : '';
  return number === '' || number === customerNo.toUpperCase();
}
