import type {
  QueryOptions,
  RecordOutcome,
  SalesforceFields,
  SalesforceRecords,
  SalesforceRow
} from '../port/salesforce-records.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';
import type { CollectionRecord } from './collection.ts';
import type { PackageNamer } from './package-namer.ts';
import { queryRecords } from './query-records.ts';
import { deleteRecords } from './delete-records.ts';
import { sendCollection } from './send-collection.ts';

/** The records of an org over the REST API: queries, sObject Collections, platform events. */
export function createRestRecords(gateway: RestGateway, namer: PackageNamer): SalesforceRecords {
  const query = (soql: string, options?: QueryOptions) => queryRecords(gateway, namer, soql, options);
  return {
    query,
    async all(soql) {
      const rows: SalesforceRow[] = [];
      for await (const page of query(soql)) rows.push(...page);
      return rows;
    },
    update: (object, records) => update(gateway, namer, object, records),
    upsert: (object, externalIdField, records) =>
      upsert(gateway, namer, { object, externalIdField }, records),
    insert: (object, records) => insert(gateway, namer, { kind: 'insert', object }, records),
    delete: (object, ids) => deleteRecords(gateway, namer, object, ids),
    publish: (event, events) => insert(gateway, namer, { kind: 'publish', object: event }, events)
  };
}

function update(
  gateway: RestGateway,
  namer: PackageNamer,
  object: string,
  records: readonly { readonly id: string; readonly fields: SalesforceFields }[]
): Promise<readonly RecordOutcome[]> {
  return sendCollection(gateway, namer, {
    kind: 'update',
    method: 'PATCH',
    path: '/composite/sobjects',
    repeatable: true,
    records: records.map(({ id, fields }) => recordOf(namer, { object, key: id, fields }, { id }))
  });
}

function upsert(
  gateway: RestGateway,
  namer: PackageNamer,
  { object, externalIdField }: { readonly object: string; readonly externalIdField: string },
  records: readonly SalesforceFields[]
): Promise<readonly RecordOutcome[]> {
  return sendCollection(gateway, namer, {
    kind: 'upsert',
    method: 'PATCH',
    path: `/composite/sobjects/${namer.toOrg(object)}/${namer.toOrg(externalIdField)}`,
    repeatable: true,
    records: records.map((fields) =>
      recordOf(namer, { object, key: textOf(fields[externalIdField]), fields })
    )
  });
}

/** New records, or platform events: what is sent again would be there again. */
function insert(
  gateway: RestGateway,
  namer: PackageNamer,
  { kind, object }: { readonly kind: 'insert' | 'publish'; readonly object: string },
  records: readonly SalesforceFields[]
): Promise<readonly RecordOutcome[]> {
  return sendCollection(gateway, namer, {
    kind,
    method: 'POST',
    path: '/composite/sobjects',
    repeatable: false,
    records: records.map((fields) => recordOf(namer, { object, key: undefined, fields }))
  });
}

function recordOf(
  namer: PackageNamer,
  sent: CollectionRecord['sent'],
  id: { readonly id?: string } = {}
): CollectionRecord {
  const fields = Object.entries(sent.fields).map(([name, value]) => [namer.toOrg(name), value] as const);
  const attributes = { type: namer.toOrg(sent.object) };
  return { sent, body: { attributes, ...id, ...Object.fromEntries(fields) } };
}

function textOf(value: SalesforceFields[string] | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
