import type { RecordsChanged } from '../../salesforce/port/salesforce-events.ts';
import type { NewJob } from '../../store/port/job.ts';
import type { StoreContent } from '../../store/port/store.ts';
import { recordKey, type RecordInStep } from '../engine/payloads.ts';
import { lanes } from '../lanes.ts';
import type { ChangeInterest } from './change-interest.ts';

/** A record that is to be brought in step since something became of it in Salesforce. */
export interface RecordChange {
  /** 18 characters. */
  readonly salesforceId: string;
  readonly because: 'change-event' | 'deleted' | 'gap';
  /** The same when the same change is found again. */
  readonly identity: string;
}

/** Why the records of a change are to be brought in step. */
export function becauseOf(type: RecordsChanged['type']): RecordChange['because'] {
  if (type === 'delete' || type === 'gap-delete') return 'deleted';
  return type.startsWith('gap-') ? 'gap' : 'change-event';
}

/** Whether a change can matter to a pair. Of what is new or gone, or not told field by field, anything may. */
export function concerns(
  { changedFields, type }: RecordsChanged,
  { fields }: Pick<ChangeInterest, 'fields'>
): boolean {
  return type !== 'update' || changedFields.some((field) => fields.has(field));
}

/** Jobs of one pair, in their order, each with the key in Sage where the record is linked. One per record: the last. */
export async function jobsOf(
  { links }: Pick<StoreContent, 'links'>,
  { pair, entity }: Pick<ChangeInterest, 'entity' | 'pair'>,
  changes: readonly RecordChange[]
): Promise<NewJob[]> {
  const last = new Map(changes.map((change) => [change.salesforceId, change]));
  const linked = await links.bySalesforceIds(entity, [...last.keys()]);
  const sageKeys = new Map(linked.map(({ salesforceId, sageKey }) => [salesforceId, sageKey]));
  return [...last.values()].map(({ salesforceId, because, identity }) => {
    const sageKey = sageKeys.get(salesforceId);
    const payload: RecordInStep = { pair, salesforceId, because, ...(sageKey !== undefined && { sageKey }) };
    return {
      lane: lanes.recordInStep,
      key: recordKey(pair, { salesforceId }),
      payload,
      idempotencyKey: `${pair}:${salesforceId}:${identity}`
    };
  });
}
