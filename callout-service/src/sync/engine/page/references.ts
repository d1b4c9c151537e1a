import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Reference } from '../../pairs/object-pair.ts';
import { inBreaths } from './in-breaths.ts';
import { linksOf } from './page-row.ts';

/** Where one record points at. */
export interface PointsAt {
  /** Ids in Salesforce by field; null where it points nowhere, or at what Salesforce does not have. */
  readonly ids: Readonly<Record<string, string | null>>;
  /** Keys in Sage by field. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** Fields that an existing record does not take. */
  readonly onlyForNew: ReadonlySet<string>;
  /** Something that Salesforce needs is not there. */
  readonly missing: LedgerBridgeError | undefined;
}

/** Looks up what records point at, each entity once for all of them. The answer goes by the order of the records. */
export async function pointsAt<E>(
  { links }: Pick<Store, 'links'>,
  references: readonly Reference<E>[],
  records: readonly E[]
): Promise<readonly PointsAt[]> {
  const known = new Map<string, ReadonlyMap<string, { readonly salesforceId: string }>>();
  for (const entity of new Set(references.map((reference) => reference.entity))) {
    const keys = references
      .filter((reference) => reference.entity === entity)
      .flatMap((reference) => records.map((record) => reference.keyOf(record)))
      .filter((key) => key !== null);
    known.set(entity, await linksOf(links, entity, [...new Set(keys)]));
  }
  const onlyForNew = new Set(references.filter(({ createOnly }) => createOnly).map(({ field }) => field));
  return inBreaths(records, (record) => pointsOf(record, references, known, onlyForNew));
}

function pointsOf<E>(
  record: E,
  references: readonly Reference<E>[],
  known: ReadonlyMap<string, ReadonlyMap<string, { readonly salesforceId: string }>>,
  onlyForNew: ReadonlySet<string>
): PointsAt {
  const found = references.map((reference) => {
    const key = reference.keyOf(record);
    const link = key === null ? undefined : known.get(reference.entity)?.get(key);
    const fits = link?.salesforceId.startsWith(reference.idPrefix ?? '') === true;
    return { reference, key, id: fits ? link.salesforceId : null };
  });
  const lacking = found.find(({ reference, id }) => reference.required && id === null);
  return {
    ids: Object.fromEntries(found.map(({ reference, id }) => [reference.field, id])),
    keys: Object.fromEntries(found.map(({ reference, key }) => [reference.field, key])),
    onlyForNew,
    missing: lacking && missingReference(lacking.reference, lacking.key)
  };
}

function missingReference(
  { field, entity }: { readonly field: string; readonly entity: string },
  key: string | null
): LedgerBridgeError {
  const value = key ?? '';
  return new LedgerBridgeError('LB781', {
    detail: `The ${entity} that the record belongs to is not linked with a record of Salesforce.`,
    subject: `${entity} ${value}, for ${field}`,
    faults: [
      {
        code: 'LB781',
        field,
        value,
        problem: key === null ? `Sage names no ${entity}.` : `${entity} ${value} is not in Salesforce yet.`,
        fix: `Synchronise ${entity} ${value}, or widen the filter of its object; it is tried again by itself.`
      }
    ]
  });
}
