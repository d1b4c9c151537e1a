import type { Selectable } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { entryName } from '../entry-text.ts';
import { fromJsonText, jsonText } from '../json-text.ts';
import { isoOf } from '../moment.ts';
import type { Link, StoredLink } from '../port/links.ts';
import type { LinkTable } from '../schema/record-tables.ts';

/** A link as it is written; its moments come from the database. */
export type LinkRow = Omit<Selectable<LinkTable>, 'linked_at' | 'agreed_at'>;

/** @throws LedgerBridgeError LB616 when one of its keys can be none. */
export function rowOfLink({ entity, salesforceId, sageKey, agreed, mappingVersion }: Link): LinkRow {
  // Case counts in these ids, and the last three characters make them different without it.
  if (!/^[a-zA-Z0-9]{18}$/.test(salesforceId)) {
    throw new LedgerBridgeError('LB616', {
      detail: 'A Salesforce id has 18 letters and digits.',
      subject: `${entity} ${salesforceId}`
    });
  }
  return {
    entity: entryName(entity, 'entity of the link'),
    salesforce_id: salesforceId,
    sage_key: entryName(sageKey, 'Sage key of the link'),
    agreed_json: agreed === undefined ? null : jsonText(agreed, 'agreed values of the link'),
    mapping_version: mappingVersion ?? null
  };
}

/** A link as it was stored. */
export function linkOf(row: Selectable<LinkTable>): StoredLink {
  return {
    entity: row.entity,
    salesforceId: row.salesforce_id,
    sageKey: row.sage_key,
    agreed: fromJsonText(row.agreed_json),
    mappingVersion: row.mapping_version ?? undefined,
    linkedAt: isoOf(row.linked_at),
    agreedAt: isoOf(row.agreed_at)
  };
}
