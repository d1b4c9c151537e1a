import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { WriteReceipt } from '../../../sage/port/sage-writer.ts';
import type { RecordWork } from './record-work.ts';
import type { SalesforceSide } from './read-both.ts';

/** What is to be written; a key that is undefined is that of a new record. */
export interface ToSage {
  readonly key: string | undefined;
  readonly salesforce: SalesforceSide;
  readonly values: FieldValues;
}

/** Writes values to Sage, and makes the record where there is none yet. @throws LedgerBridgeError LB520, LB781, LB4xx, LB5xx. */
export async function writeToSage(
  work: RecordWork,
  { key, salesforce, values }: ToSage
): Promise<WriteReceipt> {
  const { parts, at } = work;
  const { writer, records } = parts.sage;
  if (writer === undefined || at.pair.save === undefined)
    throw new LedgerBridgeError('LB520', { detail: 'Writing to Sage is not set up in this service.' });
  const { newCustomer } = await parts.integration.current();
  work.signal.throwIfAborted();
  return at.pair.save(writer, values, {
    key,
    salesforceId: salesforce.id,
    references: await referencesOf(work, salesforce),
    forNew: {
      records,
      catalogue: parts.catalogue,
      newCustomer,
      linked: async (sageKeys) => {
        const links = await parts.store.links.bySageKeys(at.pair.entity, sageKeys);
        return new Set(links.map(({ sageKey }) => sageKey));
      }
    }
  });
}

/** Keys in Sage of what the record of Salesforce points at. @throws LedgerBridgeError LB781 for one that Sage needs. */
async function referencesOf(
  { parts, at: { pair } }: RecordWork,
  { row, id: own }: SalesforceSide
): Promise<Readonly<Record<string, string>>> {
  const wanted = [
    ...pair.references,
    ...(pair.saveReferences ?? []).map((each) => ({ ...each, required: false }))
  ];
  const found: Record<string, string> = {};
  for (const { field, entity, required } of wanted) {
    const id = row[field];
    const link = typeof id === 'string' ? await parts.store.links.bySalesforceId(entity, id) : undefined;
    if (link !== undefined) found[field] = link.sageKey;
    else if (required) throw notLinked({ field, entity, id: typeof id === 'string' ? id : '' }, own);
  }
  return found;
}

function notLinked(
  { field, entity, id }: { readonly field: string; readonly entity: string; readonly id: string },
  own: string
): LedgerBridgeError {
  return new LedgerBridgeError('LB781', {
    detail: `The ${entity} that the record belongs to is not in Sage.`,
    subject: `${field} ${id} of ${own}`,
    faults: [
      {
        code: 'LB781',
        field,
        value: id,
        problem:
          id === '' ? 'It is empty, and Sage needs it.' : `${id} is not linked with a ${entity} of Sage.`,
        fix: `Fill ${field}, or synchronise what it points at; it is tried again by itself.`
      }
    ]
  });
}
