import type { MappingContent } from '../../../mapping/mapping-content.ts';
import type { SalesforceSchema } from '../../../salesforce/port/salesforce-schema.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';

/** What the engine must know of an object's fields. */
export interface SalesforceFieldsOf {
  readonly object: string;
  /** Type as in describe; undefined for a parent's field, or one that is not there. */
  typeOf(field: string): string | undefined;
  /** Fields that can be set with a new record only, as the account of a line or the product of a price. */
  isOnlyForNew(field: string): boolean;
  has(field: string): boolean;
}

/** @throws LedgerBridgeError LB783 when the service does not see the object; LB70x. */
export async function salesforceFieldsOf(
  object: string,
  schema: Pick<SalesforceSchema, 'describe'>
): Promise<SalesforceFieldsOf> {
  const description = await schema.describe(object);
  if (description === undefined)
    throw new LedgerBridgeError('LB783', { detail: `Salesforce does not show ${object} to the service.` });
  const fields = new Map(description.fields.map((field) => [field.name.toLowerCase(), field]));
  const find = (name: string) => fields.get(name.toLowerCase());
  return {
    object,
    typeOf: (field) => find(field)?.type,
    isOnlyForNew: (field) => find(field)?.createable === true && !find(field)?.updateable,
    has: (field) => find(field) !== undefined
  };
}

/** Fields of Salesforce's record that a mapping reads: those that it names, and those of its conditions. */
export function fieldsOfMapping({ fields, filter }: MappingContent): readonly string[] {
  const ofMaps = fields.flatMap(({ salesforce, onlyIf }) => [
    ...salesforce,
    ...(onlyIf?.toSage ?? []).map(({ field }) => field)
  ]);
  return [...new Set([...ofMaps, ...filter.salesforce.map(({ field }) => field)])];
}
